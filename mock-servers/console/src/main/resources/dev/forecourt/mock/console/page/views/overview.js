/** Vendors: where they are, what opens them, what they were asked, what disturbs them. */
import { store, View } from "../store.js";
import { copyButton, h, renew } from "../dom.js";
import { disturbances } from "../banner.js";
import { curlOf } from "../calls.js";
import { freshHeaders } from "../api.js";

class Overview extends View {
  show() {
    this.append(h("h1", {}, "Overview"), (this.list = h("div", { class: "cards" })));
    this.on("vendors", this.render);
    this.render();
  }

  render() {
    const looking = store.vendors.length === 0 && !store.failure ? [h("p", { class: "empty" }, "Looking for vendors.")] : [];
    renew(this.list, ...store.vendors.map((vendor) => this.card(vendor)), ...looking);
  }

  card(vendor) {
    const on = disturbances(vendor);
    return h(
      "article",
      { class: "card", "aria-labelledby": `vendor-${vendor.id}`, "data-vendor": vendor.id },
      h(
        "header",
        {},
        h("h2", { id: `vendor-${vendor.id}` }, vendor.title),
        h("span", { class: "version" }, `contract ${vendor.version}`),
        h("span", { class: `badge ${vendor.ready ? "ok" : "failed"}` }, vendor.ready ? "ready" : "not ready"),
      ),
      h(
        "p",
        { class: "address" },
        h("code", {}, vendor.baseUrl),
        copyButton("Copy", () => vendor.baseUrl, `Copy base URL of ${vendor.title}`),
      ),
      h("dl", { class: "credentials" }, Object.entries(vendor.credentials ?? {}).map(([name, value]) => [
        h("dt", {}, name),
        h(
          "dd",
          {},
          h("code", {}, value),
          value !== "****" && copyButton("Copy", () => value, `Copy ${name} of ${vendor.title}`),
        ),
      ])),
      h(
        "p",
        { class: "counts" },
        h("a", { href: `#/traffic/${vendor.id}` }, `${vendor.requests.total} ${vendor.requests.total === 1 ? "request" : "requests"}`),
        h("a", { href: `#/traffic/${vendor.id}/refused`, class: vendor.requests.refused ? "refusals" : "" }, `${vendor.requests.refused} refused`),
        on.length > 0 && h("a", { href: `#/controls/${vendor.id}`, class: "on" }, on.map((each) => each.text).join(", ")),
      ),
      h(
        "footer",
        {},
        h("a", { href: `#/operations/${vendor.id}` }, "Try it"),
        h("a", { href: vendor.contract.replace(/^\//, ""), download: `${vendor.id}.json` }, "Contract"),
        copyButton("Copy as curl", () => this.sample(vendor), `Copy a call of ${vendor.title} as curl`),
      ),
    );
  }

  /** Signatures open one call, so the copied one gets fresh headers. */
  async sample(vendor) {
    return curlOf({ ...vendor.sample, url: vendor.baseUrl + vendor.sample.path, headers: await freshHeaders(vendor.id) });
  }
}

customElements.define("fc-overview", Overview);
