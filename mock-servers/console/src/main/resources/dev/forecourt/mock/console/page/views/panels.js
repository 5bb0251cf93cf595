/** Clock, rate limit and sessions; each panel tells what is, and sets it. */
import { field, h, notice, renew } from "../dom.js";
import { nameOf } from "./controls.js";

const ADVANCES = [["PT1H", "+1 hour"], ["P1D", "+1 day"], ["P7D", "+1 week"], ["P30D", "+30 days"]];

/** A panel with a `tell`. */
function panel(title, tell, ...content) {
  const id = `panel-${title.toLowerCase().replace(/\W+/g, "-")}`;
  const section = h("section", { class: "panel", "aria-labelledby": id }, h("h2", { id }, title), ...content);
  section.tell = tell;
  return section;
}

export function clockPanel(act) {
  const now = h("ul", { class: "told" });
  const at = h("input", { placeholder: "2026-01-01T00:00:00Z", autocomplete: "off" });
  const set = (event) => {
    event.preventDefault();
    const instant = new Date(at.value.trim());
    if (Number.isNaN(instant.getTime())) return notice(`No time: '${at.value}'. Write it like 2026-01-01T00:00:00Z.`, "error");
    act("POST", "clock", { now: instant.toISOString() }, "Clock set");
  };
  const tell = (list) =>
    now.replaceChildren(...list.map(({ vendor, answer }) =>
      h("li", {}, list.length > 1 && h("b", {}, `${vendor.title} `), h("time", {}, answer.now.replace(/\.\d+Z/, "Z")), answer.moved === "PT0S" ? "" : h("span", { class: "badge refused" }, `moved ${answer.moved}`))));
  return panel(
    "Clock",
    tell,
    now,
    h("div", { class: "bar" }, ADVANCES.map(([advance, label]) => h("button", { type: "button", onclick: () => act("POST", "clock", { advance }, `Clock ${label}`) }, label)), h("button", { type: "button", onclick: () => act("POST", "clock", { reset: true }, "Clock is back") }, "Take back")),
    h("form", { class: "form", onsubmit: set }, field("Time", at), h("button", {}, "Set")),
  );
}

export function limitPanel(act) {
  const now = h("ul", { class: "told" });
  const limit = h("input", { type: "number", min: 1, value: "3" });
  const seconds = h("input", { type: "number", min: 1, value: "60" });
  const set = (event) => {
    event.preventDefault();
    act("POST", "rate-limit", { limit: Number(limit.value), seconds: Number(seconds.value) }, "Rate limit set");
  };
  const tell = (list) =>
    now.replaceChildren(...list.map(({ vendor, answer }) =>
      h("li", {}, list.length > 1 && h("b", {}, `${vendor.title} `), answer.limit === null ? "no limit" : `${answer.limit} requests in ${answer.seconds} seconds`)));
  return panel(
    "Rate limit",
    tell,
    now,
    h("form", { class: "form", onsubmit: set }, field("Requests", limit), field("Seconds", seconds), h("button", {}, "Set"), h("button", { type: "button", onclick: () => act("POST", "rate-limit", { limit: null }, "The vendor's own limit is back") }, "Take back")),
  );
}

export function sessionPanel(end) {
  const list = h("ul", { class: "told" });
  const tell = (sessions) =>
    renew(
      list,
      ...(sessions.length === 0
        ? [h("li", { class: "empty" }, "None.")]
        : sessions.map(nameOf).map((name) => h("li", {}, h("code", {}, name), h("button", { type: "button", class: "quiet", "aria-label": `End session ${name}`, onclick: () => end(name) }, "End")))),
    );
  return panel(
    "Sessions",
    tell,
    h("p", { class: "hint" }, "Calls with the header ", h("code", {}, "Mock-Session: name"), " have a state, rules and a clock of their own. Choose one above to control it alone."),
    list,
  );
}

export { panel };
