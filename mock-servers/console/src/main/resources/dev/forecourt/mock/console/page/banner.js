/** Tells while anything disturbs the vendors, with a button that takes it back. */
import { store, View } from "./store.js";
import { attempt, h, renew } from "./dom.js";
import { control } from "./api.js";

/** What is on at a vendor, in words, and how to take it back. */
export function disturbances(vendor) {
  const { faults, rateLimit, clockMoved, scenario, sessions, unsigned } = vendor.active;
  const list = [];
  if (faults) list.push({ text: `${faults} ${faults === 1 ? "rule" : "rules"}`, undo: () => control(vendor.id, "DELETE", "faults") });
  if (rateLimit) list.push({ text: "rate limit", undo: () => control(vendor.id, "POST", "rate-limit", { limit: null }) });
  if (clockMoved) list.push({ text: "clock moved", undo: () => control(vendor.id, "POST", "clock", { reset: true }) });
  if (scenario) list.push({ text: `scenario ${scenario}`, kept: true });
  if (sessions) list.push({ text: `${sessions} ${sessions === 1 ? "session" : "sessions"}`, kept: true });
  if (unsigned) list.push({ text: "signatures not checked", kept: true });
  return list;
}

class Banner extends View {
  show() {
    this.setAttribute("role", "status");
    this.on("vendors", this.render);
    this.render();
  }

  render() {
    const disturbed = store.vendors
      .map((vendor) => ({ vendor, list: disturbances(vendor).filter((each) => each.undo) }))
      .filter(({ list }) => list.length > 0);
    const key = JSON.stringify([store.failure, disturbed.map(({ vendor, list }) => [vendor.id, list.map((each) => each.text)])]);
    if (key === this.key) return; // nothing for a screen reader to say again
    this.key = key;
    renew(
      this,
      ...(store.failure ? [h("div", { class: "banner failed" }, store.failure)] : []),
      ...(disturbed.length === 0 ? [] : [this.told(disturbed)]),
    );
  }

  told(disturbed) {
    return h(
      "div",
      { class: "banner" },
      h("strong", {}, "Disturbed: "),
      h(
        "span",
        { class: "what" },
        disturbed.map(({ vendor, list }) => h("a", { href: `#/controls/${vendor.id}` }, `${vendor.title}: ${list.map((each) => each.text).join(", ")}`)),
      ),
      h("button", { type: "button", onclick: () => this.takeBack(disturbed) }, "Take back"),
    );
  }

  async takeBack(disturbed) {
    await attempt(
      () => Promise.all(disturbed.flatMap(({ list }) => list.map((each) => each.undo()))),
      "Rules, limits and clocks are taken back",
    );
    await store.refreshVendors();
  }
}

customElements.define("fc-banner", Banner);
