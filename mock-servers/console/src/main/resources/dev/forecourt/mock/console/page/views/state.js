/** What a vendor remembers: its tables, row by row, and its scenarios. */
import { store, View } from "../store.js";
import { attempt, download, fill, h, notice, renew, select } from "../dom.js";
import { control } from "../api.js";
import { editJson, parsed } from "../editor.js";
import "./scenarios.js";

const PAGE = 25;
const COLUMNS = 7;

class State extends View {
  table = "";
  page = 0;
  session = "";

  show() {
    this.text = h("input", { type: "search", "aria-label": "Filter rows", placeholder: "Filter rows", oninput: () => this.first() });
    this.tables = select([], "", (table) => (location.hash = `#/state/${this.vendorId}/${table}`), { "aria-label": "Table" });
    this.sessions = select([["", "No session"]], "", (session) => this.chooseSession(session), { "aria-label": "Session" });
    this.upload = h("input", { type: "file", accept: ".json,application/json", class: "offscreen", tabindex: -1, "aria-label": "State file", onchange: () => this.import() });
    this.count = h("span", { class: "count", role: "status" });
    this.grid = h("div", { class: "scroll" });
    this.pager = h("div", { class: "bar pager" });
    this.append(
      h("h1", {}, "State"),
      (this.tabs = h("nav", { class: "tabs", "aria-label": "Vendors" })),
      h(
        "div",
        { class: "bar" },
        this.tables,
        this.text,
        this.sessions,
        h("button", { type: "button", onclick: () => this.add() }, "Add row"),
        h("button", { type: "button", onclick: () => this.export() }, "Download"),
        h("button", { type: "button", onclick: () => this.upload.click() }, "Upload"),
        this.upload,
        h("button", { type: "button", onclick: () => this.reset() }, "Reset"),
        this.count,
      ),
      this.grid,
      this.pager,
      (this.scenarios = h("fc-scenarios")),
    );
    this.on("vendors", this.vendorsChanged);
    this.on("changed", (change) => change.vendor === this.vendorId && change.what !== "requests" && this.loadSoon());
    // a request of an application may have changed a row
    this.on("requests", (detail) => detail?.entry?.vendor === this.vendorId && !["GET", "HEAD", "OPTIONS"].includes(detail.entry.method) && this.loadSoon());
    this.routed(this.route);
  }

  /** `#/state/fidcar/reviews` */
  routed([vendor, table]) {
    this.wanted = vendor;
    if (table !== undefined) this.table = table;
    this.page = 0;
    this.vendorsChanged(true);
    return true;
  }

  vendorsChanged(load) {
    const vendor = store.vendor(this.wanted) ?? store.vendors[0];
    if (!vendor) return;
    if (this.tabs.children.length !== store.vendors.length || this.vendorId !== vendor.id)
      renew(this.tabs, ...store.vendors.map((each) => h("a", { href: `#/state/${each.id}`, "aria-current": each === vendor ? "page" : null }, each.title)));
    if (load !== true && this.vendorId === vendor.id) return;
    if (this.vendorId !== vendor.id) this.session = "";
    this.vendorId = vendor.id;
    this.scenarios.vendor = vendor.id;
    this.load();
  }

  loadSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (this.isConnected) this.load();
    }, 250);
  }

  async load() {
    const id = this.vendorId;
    const session = this.session;
    const state = await attempt(() => control(id, "GET", "state", undefined, session));
    const sessions = await attempt(() => control(id, "GET", "session"));
    if (!state || id !== this.vendorId || session !== this.session || !this.isConnected) return;
    const begun = (sessions?.sessions ?? []).map((each) => each.name ?? each.id ?? each);
    if (session && sessions && !begun.includes(session)) return this.chooseSession(""); // it has ended
    this.state = state;
    const names = Object.keys(state);
    if (!names.includes(this.table)) this.table = names[0];
    fill(this.tables, names.map((name) => [name, `${name} (${state[name].length})`]), this.table);
    fill(this.sessions, [["", "No session"], ...begun.map((name) => [name, `Session ${name}`])], this.session);
    this.render();
  }

  chooseSession(session) {
    this.session = session;
    this.load();
  }

  first() {
    this.page = 0;
    this.render();
  }

  render() {
    if (!this.state) return;
    const text = this.text.value.trim().toLowerCase();
    const rows = this.state[this.table].filter((row) => !text || JSON.stringify(row).toLowerCase().includes(text));
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    this.page = Math.min(this.page, pages - 1);
    const shown = rows.slice(this.page * PAGE, (this.page + 1) * PAGE);
    this.count.textContent = rows.length === 1 ? "1 row" : `${rows.length} rows`;
    renew(
      this.pager,
      h("button", { type: "button", disabled: this.page === 0, onclick: () => this.turn(-1) }, "Previous"),
      h("span", { role: "status" }, `Page ${this.page + 1} of ${pages}`),
      h("button", { type: "button", disabled: this.page >= pages - 1, onclick: () => this.turn(1) }, "Next"),
    );
    if (shown.length === 0) return renew(this.grid, h("p", { class: "empty" }, text ? "No row matches the filter." : "This table is empty."));
    const columns = columnsOf(shown);
    renew(
      this.grid,
      h(
        "table",
        { class: "rows" },
        h("caption", { class: "offscreen" }, `Rows of ${this.table}`),
        h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name.replace(/^fields\./, ""))))),
        h(
          "tbody",
          {},
          shown.map((row) =>
            h("tr", {}, columns.map((name, at) => {
              const value = textOf(valueAt(row, name));
              return h("td", { title: value }, at === 0 ? h("button", { type: "button", class: "row", "aria-label": `Edit ${name} ${value}`, onclick: () => this.edit(row) }, value || "(edit)") : value);
            })),
          ),
        ),
      ),
    );
  }

  turn(by) {
    this.page += by;
    this.render();
    this.pager.querySelector(by > 0 ? "button:last-child:enabled, button:enabled" : "button:enabled")?.focus();
  }

  edit(before) {
    const table = this.table;
    editJson(
      `Row of ${table}`,
      before,
      (row) => this.exchange(table, before, [row], "Row saved"),
      [
        ["Save as new", (row) => this.exchange(table, null, [row], "Row added")],
        ["Delete", () => this.exchange(table, before, [], "Row deleted")],
      ],
    );
  }

  add() {
    const example = this.state?.[this.table]?.at(-1) ?? {};
    editJson(`New row of ${this.table}`, example, (row) => this.exchange(this.table, null, [row], "Row added"));
  }

  /** The state of now with one row exchanged: what changed meanwhile stays changed, and is not written over. */
  async exchange(table, before, rows, done) {
    const state = await control(this.vendorId, "GET", "state", undefined, this.session);
    const list = state[table];
    const at = before === null ? list.length : list.findIndex((row) => JSON.stringify(row) === JSON.stringify(before));
    if (at < 0) throw new Error("This row was changed or removed meanwhile. Close and open it again.");
    list.splice(at, before === null ? 0 : 1, ...rows);
    await this.put(state, done);
  }

  async put(state, done) {
    await control(this.vendorId, "PUT", "state", state, this.session);
    notice(done);
    await this.load();
  }

  async reset() {
    await attempt(() => control(this.vendorId, "POST", "reset", undefined, this.session), "Seed, clock, limits and rules are back");
    await this.load();
    await store.refreshVendors();
  }

  export() {
    download(`${this.vendorId}-state.json`, JSON.stringify(this.state, null, 2));
  }

  async import() {
    const file = this.upload.files[0];
    this.upload.value = "";
    if (file) await attempt(async () => this.put(parsed(await file.text()), `State of ${file.name} taken`));
  }
}

/** Ids first, then what has short values in most rows; rows that hold `fields` show these. */
function columnsOf(rows) {
  const weights = new Map();
  for (const row of rows)
    for (const [name, value] of flat(row)) {
      const short = value !== null && typeof value !== "object" && String(value).length < 60;
      weights.set(name, (weights.get(name) ?? 0) + (short ? 1 : 0));
    }
  const names = [...weights.keys()];
  const useful = names.filter((name) => weights.get(name) >= rows.length / 3);
  const chosen = (useful.length > 0 ? useful : names).sort((a, b) => Number(isId(b)) - Number(isId(a))).slice(0, COLUMNS);
  return chosen.length > 0 ? chosen : names.slice(0, COLUMNS);
}

const isId = (name) => /^(fields\.)?(id|uuid|number|sellingId|kind)$/i.test(name);

function flat(row) {
  if (row === null || typeof row !== "object" || Array.isArray(row)) return [["value", row]];
  return Object.entries(row).flatMap(([name, value]) =>
    value !== null && typeof value === "object" && !Array.isArray(value) && ["fields", "customer"].includes(name)
      ? Object.entries(value).map(([inner, each]) => [`${name}.${inner}`, each])
      : [[name, value]],
  );
}

const valueAt = (row, name) => flat(row).find(([each]) => each === name)?.[1];
const textOf = (value) => (value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));

customElements.define("fc-state", State);
