/** A dialog in which a text is changed; says what is wrong with JSON before it is sent. */
import { h } from "./dom.js";

/** Opens it; `save` gets the parsed JSON and may throw, which keeps the dialog open with its words. */
export function editJson(title, value, save, actions = []) {
  const problem = h("p", { class: "problem", role: "alert" });
  const area = h("textarea", { rows: 22, spellcheck: "false", "aria-label": "JSON", value: JSON.stringify(value, null, 2) });
  const run = async (action) => {
    problem.textContent = "";
    area.removeAttribute("aria-invalid");
    try {
      await action(area.value);
      dialog.close();
    } catch (error) {
      area.setAttribute("aria-invalid", "true");
      problem.textContent = error.message;
    }
  };
  const dialog = h(
    "dialog",
    { "aria-label": title, onclose: () => dialog.remove() },
    h("h2", {}, title),
    area,
    problem,
    h(
      "div",
      { class: "bar" },
      h("button", { type: "button", class: "primary", onclick: () => run((text) => save(parsed(text))) }, "Save"),
      actions.map(([label, action]) => h("button", { type: "button", onclick: () => run((text) => action(parsed(text))) }, label)),
      h("button", { type: "button", onclick: () => dialog.close() }, "Cancel"),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  area.focus();
  area.setSelectionRange(0, 0);
  return dialog;
}

/** JSON of a text; the error names the line. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = /position (\d+)/.exec(error.message);
    const line = place ? `line ${text.slice(0, Number(place[1])).split("\n").length}: ` : "";
    throw new Error(`No JSON yet, ${line}${error.message}. Nothing was saved.`);
  }
}
