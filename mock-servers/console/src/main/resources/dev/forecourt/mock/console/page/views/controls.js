/** What disturbs the vendors: rules, limits, clocks, sessions; and what a vendor alone can do. */
import { store, View } from "../store.js";
import { attempt, fill, h, renew, select } from "../dom.js";
import { contract, control } from "../api.js";
import { disturbances } from "../banner.js";
import { ruleForm, ruleText } from "./rules.js";
import { clockPanel, limitPanel, sessionPanel } from "./panels.js";
import { extraPanels } from "./extras.js";

class Controls extends View {
  show() {
    this.session = select([["", "Everybody's calls"]], "", () => this.load(), { "aria-label": "Session" });
    this.append(
      h("h1", {}, "Controls"),
      (this.tabs = h("nav", { class: "tabs", "aria-label": "Vendors" })),
      h("div", { class: "bar" }, this.session, (this.back = h("button", { type: "button", onclick: () => this.takeBack() })), (this.told = h("span", { class: "count", role: "status" }))),
      (this.grid = h("div", { class: "panels" })),
    );
    this.on("vendors", this.vendorsChanged);
    // a rule counts its use
    this.on("requests", (detail) => this.ruled && this.ids().includes(detail?.entry?.vendor) && this.loadSoon());
    this.on("changed", (change) => this.ids().includes(change.vendor) && change.what !== "requests" && this.loadSoon());
    this.routed(this.route);
  }

  /** `#/controls/claire`; `#/controls/all` is every vendor at once. */
  routed([vendor]) {
    this.wanted = vendor ?? "all";
    this.vendorsChanged();
    return true;
  }

  ids() {
    return this.vendorId === "all" ? store.vendors.map((each) => each.id) : [this.vendorId];
  }

  vendorsChanged() {
    if (store.vendors.length === 0) return;
    const id = store.vendor(this.wanted)?.id ?? "all";
    renew(
      this.tabs,
      ...[{ id: "all", title: "All vendors" }, ...store.vendors].map((each) =>
        h("a", { href: `#/controls/${each.id}`, "aria-current": each.id === id ? "page" : null }, each.title, each.active && disturbances(each).some((on) => on.undo) && h("span", { class: "on" }, " ●", h("span", { class: "offscreen" }, " disturbed"))),
      ),
    );
    const moved = this.vendorId !== id;
    this.vendorId = id;
    this.back.textContent = id === "all" ? "Take back all" : "Take back all of this vendor";
    const on = this.ids().flatMap((each) => (store.vendor(each) ? disturbances(store.vendor(each)).map((one) => one.text) : []));
    this.told.textContent = on.length === 0 ? "Nothing is active" : `On: ${on.join(", ")}`;
    if (!moved) return;
    fill(this.session, [["", "Everybody's calls"]], "");
    this.build();
  }

  /** The panels of a vendor are made once, so that a form keeps what is typed while events come. */
  async build() {
    const id = this.vendorId;
    const one = store.vendor(id);
    const operations = one ? await attempt(async () => operationsOf(await contract(one))) : [];
    const controls = one ? await attempt(() => control(id, "GET", "")) : null;
    if (id !== this.vendorId || !this.isConnected) return;
    const act = (method, rest, body, done) => this.act(method, rest, body, done);
    this.rules = h("div", {});
    this.clock = clockPanel(act);
    this.limit = limitPanel(act);
    this.sessionList = sessionPanel((name) => this.endSession(name));
    this.extras = one ? extraPanels(one, Object.keys(controls?.controls ?? {}), act) : [];
    this.grid.replaceChildren(
      h("section", { class: "panel wide", "aria-labelledby": "rules-title" }, h("h2", { id: "rules-title" }, "Rules"), h("p", { class: "hint" }, "The first rule that matches a call counts. A rule without an operation matches every call."), this.rules, ruleForm(operations ?? [], act)),
      this.clock,
      this.limit,
      ...(one ? [this.sessionList] : []),
      ...this.extras,
    );
    await this.load();
  }

  loadSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (this.isConnected) this.load();
    }, 200);
  }

  async load() {
    const id = this.vendorId;
    const session = this.session.value;
    const read = (rest) => Promise.all(this.ids().map(async (each) => ({ vendor: store.vendor(each), answer: await control(each, "GET", rest, undefined, session) })));
    const answers = await attempt(() => Promise.all([read("faults"), read("clock"), read("rate-limit"), read("session")]));
    // a session that was chosen meanwhile stays chosen, and is loaded itself
    if (!answers || id !== this.vendorId || session !== this.session.value || !this.isConnected || !this.rules) return;
    const [rules, clocks, limits, sessions] = answers;
    const names = [...new Set(sessions.flatMap(({ answer }) => answer.sessions.map(nameOf)))];
    fill(this.session, [["", "Everybody's calls"], ...names.map((name) => [name, `Session ${name}`])], session);
    if (this.session.value !== session) return this.load(); // it has ended
    this.showRules(rules);
    this.clock.tell(clocks);
    this.limit.tell(limits);
    this.sessionList.tell(sessions.flatMap(({ answer }) => answer.sessions));
    this.extras.forEach((each) => each.tell?.());
  }

  showRules(list) {
    const rows = list.flatMap(({ vendor, answer }) => answer.rules.map((rule, index) => ({ vendor, rule, index, rules: answer.rules })));
    this.ruled = rows.length > 0;
    renew(
      this.rules,
      rows.length === 0
        ? h("p", { class: "empty" }, "No rule is on.")
        : h("ul", { class: "rules" }, rows.map(({ vendor, rule, index, rules }) =>
            h(
              "li",
              {},
              this.vendorId === "all" && h("span", { class: "chip" }, vendor.title),
              h("span", { class: "what" }, ruleText(rule)),
              h("span", { class: "used" }, `used ${rule.used ?? 0}${rule.left === undefined ? "" : `, ${rule.left} left`}`),
              h("button", { type: "button", class: "quiet", "aria-label": `Remove rule: ${ruleText(rule)}`, onclick: () => this.remove(vendor, rules, index) }, "Remove"),
            ),
          )),
    );
  }

  async remove(vendor, rules, index) {
    const kept = rules.filter((_, at) => at !== index).map(({ used, left, ...rule }) => (left === undefined ? rule : { ...rule, times: left }));
    const body = { rules: kept.filter((rule) => rule.times !== 0) };
    await attempt(() => control(vendor.id, "PUT", "faults", body, this.session.value), "Rule removed");
    await this.changed();
  }

  /** Does the same at one vendor or at all. */
  async act(method, rest, body, done) {
    const answer = await attempt(() => Promise.all(this.ids().map((id) => control(id, method, rest, body, this.session.value))), done);
    await this.changed();
    return answer?.[0];
  }

  async endSession(name) {
    await attempt(() => control(this.vendorId, "DELETE", "session", undefined, name), `Session ${name} ended`);
    if (this.session.value === name) this.session.value = "";
    await this.changed();
  }

  async takeBack() {
    const undo = this.ids().flatMap((id) => disturbances(store.vendor(id)).flatMap((each) => (each.undo ? [each.undo] : [])));
    await attempt(() => Promise.all(undo.map((each) => each())), "Rules, limits and clocks are taken back");
    await this.changed();
  }

  async changed() {
    await Promise.all([this.load(), store.refreshVendors()]);
  }
}

export const nameOf = (session) => (typeof session === "string" ? session : (session.name ?? session.session ?? session.id));

function operationsOf(spec) {
  return Object.values(spec.paths)
    .flatMap((item) => Object.entries(item))
    .flatMap(([method, operation]) => (operation?.operationId ? [{ id: operation.operationId, method: method.toUpperCase() }] : []))
    .sort((a, b) => a.id.localeCompare(b.id));
}

customElements.define("fc-controls", Controls);
