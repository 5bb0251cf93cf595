/** What was asked, live: all vendors in one list, newest first. */
import { keyOf, store, View } from "../store.js";
import { attempt, download, fill, h, select, statusBadge } from "../dom.js";
import { forgetRequests, har } from "../api.js";
import { detail } from "./traffic-detail.js";

const SHOWN = 200;
const STATUSES = [["", "Every status"], ["refused", "Refused"], ["2xx", "2xx"], ["3xx", "3xx"], ["4xx", "4xx"], ["5xx", "5xx"]];

class Traffic extends View {
  rows = new Map(); // key of an entry to its row
  paused = false;
  waiting = 0;
  preflights = false;
  selected = null;

  show() {
    this.text = h("input", { type: "search", "aria-label": "Filter", placeholder: "Filter: path, operation, body, reason …", oninput: () => this.render() });
    this.vendor = select([["", "All vendors"]], "", () => this.render(), { "aria-label": "Vendor" });
    this.status = select(STATUSES, "", () => this.render(), { "aria-label": "Status" });
    this.pause = h("button", { type: "button", "aria-pressed": "false", onclick: () => this.togglePause() }, "Pause");
    this.kinds = h("button", { type: "button", "aria-pressed": "false", onclick: () => this.toggleKinds() });
    this.count = h("span", { class: "count", role: "status" });
    this.body = h("tbody", { onkeydown: (event) => this.move(event) });
    this.detail = h("section", { class: "detail", "aria-label": "Request", tabindex: -1 });
    this.append(
      h("h1", {}, "Traffic"),
      h(
        "div",
        { class: "bar", role: "search", "aria-label": "Traffic" },
        this.text,
        this.vendor,
        this.status,
        this.kinds,
        this.pause,
        h("button", { type: "button", onclick: () => this.clear() }, "Clear"),
        h("button", { type: "button", onclick: () => this.export() }, "Export HAR"),
        this.count,
      ),
      h(
        "div",
        { class: "split" },
        h(
          "div",
          { class: "scroll" },
          h(
            "table",
            { class: "traffic" },
            h("caption", { class: "offscreen" }, "Requests, newest first"),
            h("thead", {}, h("tr", {}, ["Time", "Vendor", "Request", "Status", "Operation", "ms"].map((name) => h("th", { scope: "col", class: name.toLowerCase() }, name)))),
            this.body,
          ),
          (this.empty = h("p", { class: "empty" })),
        ),
        this.detail,
      ),
    );
    this.on("vendors", this.vendorsChanged);
    this.on("requests", this.requestsChanged);
    this.vendorsChanged();
    this.routed(this.route);
  }

  /** `#/traffic/fidcar/refused` */
  routed([vendor = "", status = ""]) {
    this.wanted = vendor;
    this.vendorsChanged();
    this.vendor.value = vendor;
    this.status.value = STATUSES.some(([key]) => key === status) ? status : "";
    this.render();
    return true;
  }

  vendorsChanged() {
    const options = [["", "All vendors"], ...store.vendors.map((each) => [each.id, each.title])];
    if (options.length === this.vendor.options.length) return;
    fill(this.vendor, options, this.wanted || this.vendor.value);
    this.render();
  }

  requestsChanged(detail) {
    if (this.paused && detail?.entry) {
      this.waiting++;
      return this.tell();
    }
    this.renderSoon();
  }

  /** Many requests a second make one picture of the screen. */
  renderSoon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      if (this.isConnected) this.render();
    });
  }

  chosen() {
    const text = this.text.value.trim().toLowerCase();
    return (this.paused ? this.held : store.entries).filter(
      (entry) =>
        entry.preflight === this.preflights &&
        (!this.vendor.value || entry.vendor === this.vendor.value) &&
        fitsStatus(entry, this.status.value) &&
        (!text || searchText(entry).includes(text)),
    );
  }

  render() {
    if (!this.body) return;
    const chosen = this.chosen();
    const shown = chosen.slice(0, SHOWN);
    const keys = new Set(shown.map(keyOf));
    for (const [key, row] of this.rows) {
      if (keys.has(key)) continue;
      row.remove();
      this.rows.delete(key);
    }
    let place = this.body.firstChild;
    for (const entry of shown) {
      const row = this.rows.get(keyOf(entry)) ?? this.row(entry);
      if (row === place) place = place.nextSibling;
      else this.body.insertBefore(row, place);
    }
    this.total = chosen.length;
    this.tell();
  }

  tell() {
    const preflights = store.entries.filter((each) => each.preflight).length;
    this.kinds.textContent = `Preflights (${preflights})`;
    const all = this.total === 1 ? "1 request" : `${this.total} ${this.preflights ? "preflights" : "requests"}`;
    this.count.textContent = this.paused ? `${all}, paused: ${this.waiting} new` : this.total > SHOWN ? `${SHOWN} of ${all}` : all;
    this.empty.hidden = this.total > 0;
    this.empty.textContent = store.entries.length === 0
      ? "No requests yet. Call a base URL of the overview, or try an operation: it shows here at once."
      : "No request matches the filter.";
  }

  row(entry) {
    const row = h(
      "tr",
      { class: entry.status >= 400 ? "refused" : "" },
      h("td", { class: "time" }, time(entry.time)),
      h("td", { class: "vendor" }, store.vendor(entry.vendor)?.title ?? entry.vendor),
      h(
        "td",
        { class: "request" },
        h("button", { type: "button", class: "row", onclick: () => this.choose(entry) }, h("b", {}, entry.method), ` ${entry.path}`, entry.query ? h("span", { class: "query" }, `?${entry.query}`) : null),
        entry.session && h("span", { class: "chip" }, entry.session),
      ),
      h("td", { class: "status" }, statusBadge(entry.status)),
      h("td", { class: "operation" }, entry.operation ?? "–"),
      h("td", { class: "ms" }, duration(entry.durationMs)),
    );
    row.addEventListener("click", (event) => event.target.closest("button") ?? this.choose(entry));
    if (keyOf(entry) === this.selected) row.setAttribute("aria-current", "true");
    this.rows.set(keyOf(entry), row);
    return row;
  }

  choose(entry) {
    this.rows.get(this.selected)?.removeAttribute("aria-current");
    this.selected = keyOf(entry);
    this.rows.get(this.selected)?.setAttribute("aria-current", "true");
    this.detail.replaceChildren(detail(entry));
    this.classList.add("chosen");
    if (matchMedia("(max-width: 900px)").matches) this.detail.scrollIntoView({ block: "start" });
  }

  /** Arrow keys walk through the list, Home and End go to its ends. */
  move(event) {
    const buttons = [...this.body.querySelectorAll("button.row")];
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0 || !buttons[to]) return;
    event.preventDefault();
    buttons[to].focus();
    buttons[to].click();
  }

  togglePause() {
    this.paused = !this.paused;
    this.held = [...store.entries];
    this.waiting = 0;
    this.pause.setAttribute("aria-pressed", String(this.paused));
    this.pause.textContent = this.paused ? "Go on" : "Pause";
    this.render();
  }

  toggleKinds() {
    this.preflights = !this.preflights;
    this.kinds.setAttribute("aria-pressed", String(this.preflights));
    this.render();
  }

  async clear() {
    await attempt(forgetRequests, "Requests forgotten");
    this.held = [];
    this.selected = null;
    this.detail.replaceChildren();
    this.classList.remove("chosen");
    await store.loadRequests();
  }

  /** The server hides secrets in the file as it does here. */
  async export() {
    const query = { limit: 1000, body: true, preflight: this.preflights };
    if (this.vendor.value) query.vendor = this.vendor.value;
    if (/^[2-5]xx$/.test(this.status.value)) query.status = this.status.value;
    if (this.text.value.trim()) query.text = this.text.value.trim();
    const file = await attempt(() => har(query));
    if (!file) return;
    if (this.status.value === "refused") file.log.entries = file.log.entries.filter((each) => each.response.status >= 400);
    download("forecourt.har", JSON.stringify(file, null, 2));
  }
}

function fitsStatus(entry, wanted) {
  if (wanted === "") return true;
  if (wanted === "refused") return entry.status >= 400;
  return String(entry.status)[0] === wanted[0];
}

const texts = new WeakMap();

function searchText(entry) {
  if (!texts.has(entry)) {
    const { vendor, method, path, query, status, operation, reason, session, origin, request, response } = entry;
    texts.set(entry, [vendor, method, path, query, status, operation, reason, session, origin, request?.body, response?.body].join(" ").toLowerCase());
  }
  return texts.get(entry);
}

export const time = (instant) => {
  const at = new Date(instant);
  return `${at.toLocaleTimeString([], { hour12: false })}.${String(at.getMilliseconds()).padStart(3, "0")}`;
};

export const duration = (ms) => (ms === null || ms === undefined ? "–" : ms < 10 ? ms.toFixed(1) : String(Math.round(ms)));

customElements.define("fc-traffic", Traffic);
