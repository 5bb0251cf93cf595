/** Starts the page: shows the view that the address names and loads a view's module when it is first shown. */
import { store } from "./store.js";
import { themeSwitch } from "./theme.js";
import { h } from "./dom.js";
import "./banner.js";

const VIEWS = ["overview", "operations", "traffic", "state", "controls"];
const main = document.getElementById("main");

/** `#/state/fidcar/reviews` is the view `state` with two arguments. */
function route() {
  const [view, ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  return { view: VIEWS.includes(view) ? view : "overview", rest };
}

let shown;
let missed = false; // a view could not be loaded, for the mock was away

const load = (view) => import(`./views/${view}.js`);

async function show(moved) {
  const { view, rest } = route();
  document.querySelectorAll("nav [data-view]").forEach((link) => {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
  document.title = `${view[0].toUpperCase()}${view.slice(1)} · Forecourt console`;
  if (shown?.name === view && shown.element.routed?.(rest)) return;
  try {
    await load(view);
  } catch (error) {
    missed = store.lost;
    shown = undefined;
    main.replaceChildren(h("p", { class: "empty" }, missed ? "The mock does not answer, so this view could not be loaded. It shows as soon as the mock is back." : error.message));
    return;
  }
  if (route().view !== view) return; // left meanwhile
  const element = h(`fc-${view}`);
  element.route = rest;
  main.replaceChildren(element);
  shown = { name: view, element };
  if (moved) main.focus({ preventScroll: true });
}

function connection() {
  const status = document.getElementById("connection");
  status.textContent = store.connected ? "Live" : "Not connected";
  status.classList.toggle("live", store.connected);
  // browsers do not ask again for a module that they missed
  if (store.connected && missed) location.reload();
}

themeSwitch(document.getElementById("theme"));
document.querySelector("[data-skip]").addEventListener("click", (event) => {
  event.preventDefault(); // the address names the view
  main.focus();
});
store.addEventListener("connection", connection);
addEventListener("hashchange", () => show(true));
store.start();
// the other views too, so that they show while the mock is started again
show(false).then(() => Promise.allSettled(VIEWS.map(load)));
