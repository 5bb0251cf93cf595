/** The form that adds a rule, and a rule in words. */
import { field, h, notice, select } from "../dom.js";
import { parsed } from "../editor.js";

const KINDS = [["delay", "Latency"], ["status", "Forced status"], ["fault", "Broken answer"], ["json", "As JSON"]];

const FAULTS = [
  ["reset", "Reset, call not done"], ["reset-after", "Reset, call done"],
  ["empty", "No byte, call not done"], ["empty-after", "No byte, call done"],
  ["malformed", "No HTTP, call not done"], ["malformed-after", "No HTTP, call done"],
  ["truncated", "Half of the body"], ["no-body", "No body"], ["garbled", "Half of the JSON"],
];

const EXAMPLE = { operation: "createContact", status: 409, times: 1 };

export function ruleForm(operations, act) {
  const kind = select(KINDS, "delay", () => showKind());
  const operation = select([["", "Every operation"], ...operations.map(({ id, method }) => [id, `${id} (${method})`])], "");
  const delay = h("input", { value: "800", placeholder: "800 or 250-900", inputmode: "numeric" });
  const status = h("input", { type: "number", min: 400, max: 599, value: "503" });
  const retryAfter = h("input", { type: "number", min: 0, placeholder: "none" });
  const fault = select(FAULTS, "reset");
  const times = h("input", { type: "number", min: 1, placeholder: "always" });
  const probability = h("input", { type: "number", min: 0, max: 100, placeholder: "100" });
  const json = h("textarea", { rows: 6, spellcheck: "false", value: JSON.stringify(EXAMPLE, null, 2) });
  const parts = {
    delay: [field("Milliseconds", delay)],
    status: [field("Status", status), field("Retry-After, seconds", retryAfter)],
    fault: [field("Fault", fault)],
    json: [field("Rule", json, "As POST /__mock/faults takes it: also rules on path, query, header and body, with an answer of their own.")],
  };
  const choosers = [field("Operation", operation), field("Times", times), field("Percent of calls", probability)];
  const place = h("div", { class: "form kinds" });

  function showKind() {
    place.replaceChildren(...(kind.value === "json" ? [] : choosers), ...parts[kind.value]);
  }

  function rule() {
    if (kind.value === "json") return parsed(json.value);
    const made = {};
    if (operation.value) made.operation = operation.value;
    if (kind.value === "delay") made.delay = /^\d+$/.test(delay.value.trim()) ? Number(delay.value) : delay.value.trim();
    if (kind.value === "status") made.status = Number(status.value);
    if (kind.value === "status" && retryAfter.value) made.retryAfter = Number(retryAfter.value);
    if (kind.value === "fault") made.fault = fault.value;
    if (times.value) made.times = Number(times.value);
    if (probability.value && probability.value !== "100") made.probability = Number(probability.value) / 100;
    return made;
  }

  showKind();
  return h(
    "form",
    {
      class: "form",
      "aria-label": "New rule",
      onsubmit: (event) => {
        event.preventDefault();
        try {
          act("POST", "faults", rule(), "Rule added");
        } catch (error) {
          notice(error.message, "error");
        }
      },
    },
    field("Kind", kind),
    place,
    h("button", { class: "primary" }, "Add rule"),
  );
}

/** `getReview: 503, Retry-After 2 s` */
export function ruleText(rule) {
  const { operation, delay, status, retryAfter, fault, probability, seed, used, left, times, ...rest } = rule;
  const what = [];
  if (delay !== undefined) what.push(`${delay} ms late`);
  if (status !== undefined) what.push(`status ${status}`);
  if (retryAfter !== undefined) what.push(`Retry-After ${retryAfter} s`);
  if (fault !== undefined) what.push(FAULTS.find(([name]) => name === fault)?.[1].toLowerCase() ?? fault);
  if (probability !== undefined && probability !== 1) what.push(`${Math.round(probability * 100)} % of calls`);
  Object.entries(rest).forEach(([name, value]) => what.push(`${name} ${typeof value === "object" ? JSON.stringify(value) : value}`));
  return `${operation ?? "every operation"}: ${what.join(", ")}`;
}
