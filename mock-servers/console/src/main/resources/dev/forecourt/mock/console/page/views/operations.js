/** Operations of a vendor in Swagger UI: "try it" opens by itself, and shows the call as curl, fetch and Java. */
import { store, View } from "../store.js";
import { h, renew } from "../dom.js";
import { address, contract, freshHeaders } from "../api.js";
import { curlOf, fetchOf } from "../calls.js";
import { javaOf } from "../java.js";

let library;

/** The script and style sheet of Swagger UI, 2 MB: only who opens this view loads them. */
function swaggerUi() {
  library ??= new Promise((resolve, reject) => {
    const style = h("link", { rel: "stylesheet", href: address("page/swagger-ui/swagger-ui.css") });
    document.head.prepend(style); // our own style sheet has the last word
    const script = h("script", { src: address("page/swagger-ui/swagger-ui-bundle.js") });
    script.onload = () => resolve(window.SwaggerUIBundle);
    script.onerror = () => {
      library = undefined;
      reject(new Error(store.lost ? "The mock does not answer. This view shows as soon as it is back." : "Swagger UI is not in this JAR. Build it with Maven: mvn package -pl mock-servers/server -am"));
    };
    document.head.append(script);
  });
  return library;
}

class Operations extends View {
  show() {
    this.append(
      h("h1", {}, "Operations"),
      (this.tabs = h("nav", { class: "tabs", "aria-label": "Vendors" })),
      (this.frame = h("div", { class: "operations" }, h("p", { class: "empty" }, "Loading."))),
    );
    this.on("vendors", this.vendorsChanged);
    this.routed(this.route);
  }

  /** `#/operations/fidcar/getReview` */
  routed([vendor, operation]) {
    this.wanted = { vendor, operation };
    this.vendorsChanged();
    return true;
  }

  vendorsChanged() {
    const vendor = store.vendor(this.wanted.vendor) ?? store.vendors[0];
    if (!vendor) return;
    renew(
      this.tabs,
      ...store.vendors.map((each) => h("a", { href: `#/operations/${each.id}`, "aria-current": each === vendor ? "page" : null }, each.title)),
    );
    const shown = `${vendor.id} ${this.wanted.operation ?? ""}`;
    if (this.shown === shown) return;
    this.shown = shown;
    this.load(vendor, this.wanted.operation).catch((error) => {
      this.frame.replaceChildren(h("p", { class: "empty" }, error.message));
      if (store.lost) this.shown = undefined; // tried again with the next news of vendors
    });
  }

  async load(vendor, operation) {
    const [SwaggerUI, spec] = await Promise.all([swaggerUi(), contract(vendor)]);
    if (!this.isConnected || !this.shown.startsWith(`${vendor.id} `)) return;
    const node = h("div", { class: "swagger" });
    this.frame.replaceChildren(
      h("p", { class: "hint" }, "“Execute” sends the call with fresh test credentials: there is nothing to sign or to log in to. It shows under ", h("a", { href: `#/traffic/${vendor.id}` }, "Traffic"), "."),
      node,
    );
    SwaggerUI({
      domNode: node,
      spec: { ...spec, servers: spec.servers?.slice(0, 1) },
      docExpansion: "list",
      displayOperationId: true,
      displayRequestDuration: true,
      filter: true,
      tryItOutEnabled: true,
      defaultModelsExpandDepth: -1,
      validatorUrl: null,
      requestSnippetsEnabled: true,
      requestSnippets: {
        generators: {
          call_curl: { title: "curl", syntax: "bash" },
          call_fetch: { title: "fetch", syntax: "javascript" },
          call_java: { title: "Java", syntax: "java" },
        },
        defaultExpanded: true,
        languages: ["call_curl", "call_fetch", "call_java"], // in place of Swagger UI's own
      },
      plugins: [snippets(vendor, spec)],
      requestInterceptor: (request) => signed(vendor, request),
      onComplete: () => operation && open(node, operation),
    });
  }
}

/** Every call of a vendor's operation carries credentials that open it; what somebody typed stays. */
async function signed(vendor, request) {
  if (!request.url.startsWith(vendor.baseUrl)) return request;
  request.url = spread(request.url);
  const typed = new Set(Object.keys(request.headers ?? {}).map((name) => name.toLowerCase()));
  for (const [name, value] of Object.entries(await freshHeaders(vendor.id)))
    if (!typed.has(name.toLowerCase())) request.headers[name] = value;
  return request;
}

/** Swagger UI writes a list inside a deepObject as JSON, `and[price]=["a","b"]`; vendors read `and[price][]=a&and[price][]=b`. */
export function spread(url) {
  const [address, query] = url.split("?", 2);
  if (!query) return url;
  const parts = query.split("&").flatMap((part) => {
    const [name, value = ""] = part.split("=", 2).map(decodeURIComponent);
    if (!/^[^[]+\[[^\]]+\]$/.test(name) || !value.startsWith("[")) return [part];
    try {
      return JSON.parse(value).map((each) => `${encodeURIComponent(`${name}[]`)}=${encodeURIComponent(each)}`);
    } catch {
      return [part];
    }
  });
  return `${address}?${parts.join("&")}`;
}

/** Generators for the snippets of Swagger UI; what it hands over is Immutable. */
function snippets(vendor, spec) {
  const told = (request) => {
    const { url, method = "GET", headers = {}, body } = request.toJS();
    return { url, method: method.toUpperCase(), headers, body: textOf(body) };
  };
  return {
    fn: {
      requestSnippetGenerator_call_curl: (request) => curlOf(told(request)),
      requestSnippetGenerator_call_fetch: (request) => fetchOf(told(request)),
      requestSnippetGenerator_call_java: (request) => javaOf(vendor, spec, told(request)),
    },
  };
}

function textOf(body) {
  if (body === undefined || body === null) return undefined;
  return typeof body === "string" ? body : body instanceof FormData ? new URLSearchParams(body).toString() : JSON.stringify(body, null, 2);
}

/** Opens an operation that the address names, as soon as Swagger UI has drawn it. */
function open(node, operation) {
  const find = () => [...node.querySelectorAll(".opblock")].find((each) => each.id.endsWith(`-${operation}`));
  const show = (block) => {
    block.querySelector(".opblock-summary-control").click();
    block.scrollIntoView({ block: "start" });
  };
  const drawn = find();
  if (drawn) return show(drawn);
  const observer = new MutationObserver(() => {
    const block = find();
    if (!block) return;
    observer.disconnect();
    show(block);
  });
  observer.observe(node, { childList: true, subtree: true });
  return undefined;
}

customElements.define("fc-operations", Operations);
