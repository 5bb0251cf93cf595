/** Named states of a vendor: load, save, keep as a file, bring from a file. */
import { store, View } from "../store.js";
import { attempt, download, field, h, notice, renew } from "../dom.js";
import { control } from "../api.js";
import { parsed } from "../editor.js";

class Scenarios extends View {
  #vendor;

  set vendor(id) {
    this.#vendor = id;
    if (this.isConnected) this.load();
  }

  show() {
    this.name = h("input", { placeholder: "empty-stock", pattern: "[a-z0-9\\-]+", autocomplete: "off" });
    this.description = h("input", { placeholder: "What it is for", autocomplete: "off" });
    this.upload = h("input", { type: "file", accept: ".json,application/json", class: "offscreen", tabindex: -1, "aria-label": "Scenario file", onchange: () => this.bring() });
    this.list = h("ul", { class: "scenarios" });
    this.append(
      h(
        "section",
        { class: "panel", "aria-labelledby": "scenarios-title" },
        h("h2", { id: "scenarios-title" }, "Scenarios"),
        h("p", { class: "hint" }, "A scenario puts the vendor into a known state: rows, and where it says so, rules and clock."),
        this.list,
        h(
          "form",
          { class: "form", onsubmit: (event) => this.save(event) },
          field("Name", this.name),
          field("Description", this.description),
          h("button", { class: "primary" }, "Save the state of now"),
          h("button", { type: "button", onclick: () => this.upload.click() }, "Upload"),
          this.upload,
        ),
      ),
    );
    this.on("changed", (change) => change.vendor === this.#vendor && change.what === "scenario" && this.load());
    if (this.#vendor) this.load();
  }

  async load() {
    const id = this.#vendor;
    const answer = await attempt(() => control(id, "GET", "scenarios"));
    if (!answer || id !== this.#vendor || !this.isConnected) return;
    const none = answer.scenarios.length === 0 ? [h("li", { class: "empty" }, "None yet.")] : [];
    renew(
      this.list,
      ...answer.scenarios.map((each) =>
        h(
          "li",
          { "aria-current": each.name === answer.active ? "true" : null },
          h("span", { class: "name" }, h("b", {}, each.name), each.name === answer.active && h("span", { class: "badge ok" }, "loaded"), h("span", { class: "chip" }, each.source)),
          h("span", { class: "description" }, each.description),
          h(
            "span",
            { class: "buttons" },
            h("button", { type: "button", "aria-label": `Load ${each.name}`, onclick: () => this.apply(each.name) }, "Load"),
            h("button", { type: "button", class: "quiet", "aria-label": `Download ${each.name}`, onclick: () => this.keep(each.name) }, "Download"),
            each.source !== "shipped" && h("button", { type: "button", class: "quiet", "aria-label": `Delete ${each.name}`, onclick: () => this.remove(each.name) }, "Delete"),
          ),
        ),
      ),
      ...none,
    );
  }

  path = (name) => `scenarios/${encodeURIComponent(name)}`;

  async apply(name) {
    await attempt(() => control(this.#vendor, "POST", this.path(name)), `Scenario ${name} loaded`);
    await this.load();
    await store.refreshVendors();
  }

  async keep(name) {
    const file = await attempt(() => control(this.#vendor, "GET", this.path(name)));
    if (file) download(`${name}.json`, JSON.stringify(file, null, 2));
  }

  async remove(name) {
    await attempt(() => control(this.#vendor, "DELETE", this.path(name)), `Scenario ${name} deleted`);
    await this.load();
  }

  async save(event) {
    event.preventDefault();
    const name = this.name.value.trim();
    if (!name) return notice("A scenario needs a name: letters, digits and dashes.", "error");
    await attempt(() => control(this.#vendor, "PUT", this.path(name), { description: this.description.value.trim() }), `Scenario ${name} saved`);
    await this.load();
  }

  /** A scenario of a file is saved under the file's name. */
  async bring() {
    const file = this.upload.files[0];
    this.upload.value = "";
    if (!file) return;
    const name = file.name.replace(/\.json$/i, "");
    await attempt(async () => control(this.#vendor, "PUT", this.path(name), parsed(await file.text())), `Scenario ${name} saved`);
    await this.load();
  }
}

customElements.define("fc-scenarios", Scenarios);
