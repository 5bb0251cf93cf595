/** Controls that a vendor has for itself, found in its list of controls: Claire's triggers, Autochat's tokens and switches. */
import { attempt, field, h, notice, select } from "../dom.js";
import { control, freshHeaders } from "../api.js";
import { parsed } from "../editor.js";
import { panel } from "./panels.js";

export function extraPanels(vendor, controls, act) {
  const panels = [];
  if (controls.includes("POST /__mock/fire")) panels.push(triggerPanel(vendor, act), deliveryPanel(vendor));
  if (controls.includes("POST /__mock/token-limit")) panels.push(tokenPanel(act));
  if (controls.includes("POST /__mock/stock-integration")) panels.push(switchPanel(act));
  return panels;
}

function triggerPanel(vendor, act) {
  const trigger = select([["1", "1"]], "1");
  const appointment = h("input", { inputmode: "numeric", placeholder: "4711823" });
  const payload = h("textarea", { rows: 3, spellcheck: "false", placeholder: "{}" });
  attempt(async () => {
    const answer = await fetch(`${vendor.baseUrl}/v1/webhooks/list_triggers`, { headers: await freshHeaders(vendor.id) });
    const known = await answer.json();
    trigger.replaceChildren(...known.map(({ id, name, description }) => h("option", { value: String(id) }, `${id} ${description || name}`)));
  });
  const fire = async (event) => {
    event.preventDefault();
    const body = { trigger: Number(trigger.value) };
    if (appointment.value.trim()) body.appointment_id = Number(appointment.value);
    try {
      if (payload.value.trim()) body.payload = parsed(payload.value);
    } catch (error) {
      return notice(error.message, "error");
    }
    const answer = await act("POST", "fire", body);
    if (answer) notice(firedText(answer));
    return undefined;
  };
  return panel(
    "Fire a trigger",
    undefined,
    h("form", { class: "form", onsubmit: fire }, field("Trigger", trigger), field("Appointment", appointment, "Empty: any"), field("Payload, in addition to the usual one", payload), h("button", { class: "primary" }, "Fire")),
  );
}

function firedText(answer) {
  const called = Object.values(answer).find(Array.isArray) ?? [];
  return called.length === 0 ? "No webhook listens to this trigger. Create one: createWebhook" : `Called webhooks ${called.join(", ")}`;
}

function deliveryPanel(vendor) {
  const body = h("tbody", {});
  const empty = h("p", { class: "empty" }, "None yet. Create a webhook with a URL of this machine and fire its trigger.");
  const table = h("table", { class: "deliveries" }, h("caption", { class: "offscreen" }, "Deliveries, newest first"), h("thead", {}, h("tr", {}, ["id", "webhook", "status", "attempts", "reason", "payload"].map((name) => h("th", { scope: "col" }, name)))), body);
  let timer;
  let section;
  const tell = async () => {
    clearTimeout(timer);
    if (!section.isConnected) return;
    const state = await attempt(() => control(vendor.id, "GET", "state"));
    const deliveries = [...(state?.deliveries ?? [])].reverse().slice(0, 50);
    table.hidden = deliveries.length === 0;
    empty.hidden = deliveries.length > 0;
    body.replaceChildren(...deliveries.map(row));
    // an attempt changes the state without a request: what waits is looked at until it is done
    if (deliveries.some((each) => each.status === "pending")) timer = setTimeout(tell, 1000);
  };
  section = panel("Deliveries", tell, h("div", { class: "scroll" }, table, empty));
  section.classList.add("wide");
  return section;
}

const DELIVERED = { pending: "refused", failed: "failed", given_up: "failed" };

function row(delivery) {
  return h(
    "tr",
    {},
    h("td", {}, String(delivery.id)),
    h("td", {}, String(delivery.webhookId)),
    h("td", {}, h("span", { class: `badge ${DELIVERED[delivery.status] ?? "ok"}` }, delivery.status)),
    h("td", { class: "number" }, String(delivery.attempts)),
    h("td", { title: delivery.reason ?? "" }, delivery.reason ?? ""),
    h("td", {}, h("code", {}, JSON.stringify(delivery.payload))),
  );
}

function tokenPanel(act) {
  const limit = h("input", { type: "number", min: 0, value: "3" });
  const set = (event) => {
    event.preventDefault();
    act("POST", "token-limit", { limit: Number(limit.value) }, "Token limit set");
  };
  return panel("Tokens", undefined, h("form", { class: "form", onsubmit: set }, field("Tokens an hour for each client", limit, "A reset puts the usual one back"), h("button", {}, "Set")));
}

function switchPanel(act) {
  const dealership = h("input", { required: true, placeholder: "dealershipId" });
  const turn = (enabled) => () => {
    if (!dealership.value.trim()) return notice("Name the dealership.", "error");
    return act("POST", "stock-integration", { dealershipId: dealership.value.trim(), enabled }, `Stock integration ${enabled ? "on" : "off"}`);
  };
  return panel("Stock integration", undefined, h("div", { class: "form" }, field("Dealership", dealership), h("button", { type: "button", onclick: turn(true) }, "Switch on"), h("button", { type: "button", onclick: turn(false) }, "Switch off")));
}
