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

async function show(moved) {
  const { view, rest } = route();
  document.querySelectorAll("nav [data-view]").forEach((link) => {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
  document.title = `${view[0].toUpperCase()}${view.slice(1)} · Forecourt console`;
  if (shown?.name === view && shown.element.routed?.(rest)) return;
  await import(`./views/${view}.js`);
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
}

themeSwitch(document.getElementById("theme"));
document.querySelector("[data-skip]").addEventListener("click", (event) => {
  event.preventDefault(); // the address names the view
  main.focus();
});
store.addEventListener("connection", connection);
addEventListener("hashchange", () => show(true));
store.start();
show(false);
