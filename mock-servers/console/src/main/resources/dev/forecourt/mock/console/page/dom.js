/** Builds the page's elements. Texts always become text nodes: nothing that a request holds is read as HTML. */

/** An element with properties and children: h("button", {class: "quiet", onclick: f}, "Copy"). */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

let pressed = null; // where a mouse button or a finger is down
const waiting = new Map(); // what is put into which place when it is up

addEventListener("pointerdown", (event) => (pressed = event.target), true);
addEventListener("click", () => (pressed = null), true);
for (const end of ["pointerup", "pointercancel", "dragend", "blur"]) addEventListener(end, () => setTimeout(released), true);

function released() {
  pressed = null;
  waiting.forEach((children, place) => exchange(place, children));
}

/**
 * Puts these into a place instead of what is there. A button that goes between press and release loses its click: while
 * the place is pressed, this waits. The keyboard's focus goes on to what has the same name.
 */
export function renew(place, ...children) {
  if (pressed && place.contains(pressed)) waiting.set(place, children);
  else exchange(place, children);
}

function exchange(place, children) {
  waiting.delete(place);
  const focused = place.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  place.replaceChildren(...children);
  if (focused) [...place.querySelectorAll("a, button")].find((each) => nameOf(each) === focused)?.focus();
}

const nameOf = (element) => element.getAttribute("aria-label") ?? element.getAttribute("href") ?? element.textContent;

let labels = 0;

/** A labelled field; the field is found by `.field` of the answer. */
export function field(label, input, hint) {
  input.id ||= `field-${++labels}`;
  const hinted = hint && h("small", { id: `${input.id}-hint` }, hint);
  if (hinted) input.setAttribute("aria-describedby", hinted.id);
  return h("div", { class: "field" }, h("label", { for: input.id }, label), input, hinted);
}

/** A select of [value, text] pairs. */
export function select(options, value, onchange, properties = {}) {
  const element = h("select", { ...properties, onchange: (event) => onchange?.(event.target.value) });
  fill(element, options, value);
  return element;
}

/** Exchanges the options of a select and keeps its choice where it is still there. */
export function fill(element, options, value = element.value) {
  const same = element.options.length === options.length && options.every(([key, text], at) => element.options[at].value === key && element.options[at].text === text);
  // an open list closes when its options are exchanged
  if (!same) element.replaceChildren(...options.map(([key, text]) => h("option", { value: key }, text)));
  element.value = options.some(([key]) => key === value) ? value : (options[0]?.[0] ?? "");
}

/** A button that copies what `text` answers, and says so. */
export function copyButton(label, text, name = label) {
  return h("button", { type: "button", class: "quiet", "aria-label": name, onclick: async () => copy(await text(), name) }, label);
}

/** Copies a text; where the browser refuses, as on plain http of another machine, by the old way. */
export async function copy(text, name = "Text") {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h("textarea", { class: "offscreen", "aria-hidden": true });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  notice(`${name.replace(/^Copy /, "")} copied`);
}

/** Says something for some seconds, to screen readers too. */
export function notice(text, kind = "info") {
  const line = h("p", { class: `notice ${kind}` }, text);
  const list = document.getElementById("notices");
  list.append(line);
  while (list.children.length > 3) list.firstChild.remove();
  setTimeout(() => line.remove(), kind === "error" ? 12000 : 3500);
}

/** Runs an action of a control; what fails is told, nothing is thrown. */
export async function attempt(action, done) {
  try {
    const answer = await action();
    if (done) notice(done);
    return answer;
  } catch (error) {
    notice(error.message, "error");
    return undefined;
  }
}

/** Hands a text to the browser as a file to keep. */
export function download(name, text, type = "application/json") {
  const link = h("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A status with its class in words beside the colour. */
export function statusBadge(status) {
  const word = status === 0 ? "no answer" : status < 300 ? "ok" : status < 400 ? "moved" : status < 500 ? "refused" : "failed";
  return h("span", { class: `badge ${word.replace(" ", "-")}` }, status === 0 ? "–" : String(status), h("span", { class: "word" }, ` ${word}`));
}
