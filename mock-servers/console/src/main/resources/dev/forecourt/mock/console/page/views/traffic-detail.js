/** One request and its answer; of a refusal the reason and what differs from the nearest operation. */
import { store } from "../store.js";
import { copyButton, h, notice, statusBadge } from "../dom.js";
import { curlOf, fetchOf } from "../calls.js";
import { freshHeaders } from "../api.js";
import { pretty } from "../pretty.js";
import { duration, time } from "./traffic.js";

export function detail(entry) {
  return h(
    "article",
    {},
    h("h2", { class: "call" }, h("b", {}, entry.method), ` ${entry.path}${entry.query ? `?${entry.query}` : ""}`),
    h(
      "p",
      { class: "facts" },
      statusBadge(entry.status),
      fact("vendor", store.vendor(entry.vendor)?.title ?? entry.vendor),
      fact("operation", entry.operation ?? "none"),
      fact("time", time(entry.time)),
      fact("took", `${duration(entry.durationMs)} ms`),
      entry.origin && fact("origin", entry.origin),
      entry.session && fact("session", entry.session),
    ),
    h(
      "p",
      { class: "actions" },
      copyButton("Copy as curl", async () => curlOf(await again(entry))),
      copyButton("Copy as fetch", async () => fetchOf(await again(entry))),
      (entry.operation ?? entry.nearest?.operation) &&
        h("a", { href: `#/operations/${entry.vendor}/${entry.operation ?? entry.nearest.operation}` }, entry.operation ? "Open operation" : `Open ${entry.nearest.operation}`),
    ),
    entry.reason && refusal(entry),
    message("Request", entry.request),
    message("Answer", entry.response),
  );
}

const fact = (name, value) => h("span", { class: "fact" }, h("span", { class: "name" }, `${name} `), value);

/** The call to make it again: where the journal hides a credential, the one that tests use. */
async function again(entry) {
  const vendor = store.vendor(entry.vendor);
  const headers = { ...entry.request?.headers };
  const hidden = Object.keys(headers).filter((name) => String(headers[name]).includes("****"));
  if (hidden.length > 0) {
    const fresh = await freshHeaders(entry.vendor);
    // all of them: signatures belong together
    for (const [name, value] of Object.entries(fresh)) {
      const written = Object.keys(headers).find((each) => each.toLowerCase() === name.toLowerCase());
      if (written) delete headers[written];
      headers[name] = value;
    }
  }
  // path and query are in the journal as they were sent, encoded
  const url = `${vendor?.baseUrl ?? ""}${entry.path}${entry.query ? `?${withKeys(entry.query, vendor)}` : ""}`;
  if (entry.request?.bodyBytes > 0 && entry.request.bodyKept !== "whole") notice("The journal did not keep the whole body: what is copied lacks the rest.", "error");
  return { method: entry.method, url, headers, body: entry.request?.body && withKeys(entry.request.body, vendor) };
}

/** Test credentials in place of what is hidden in a query, a form or JSON: `api_key=****`, `"client_secret": "****"`. */
function withKeys(text, vendor) {
  return Object.entries(vendor?.credentials ?? {}).reduce(
    (shown, [name, value]) =>
      shown
        .replace(new RegExp(`(^|&)${name}=\\*{4}(?=&|$)`, "g"), (_, before) => `${before}${name}=${encodeURIComponent(value)}`)
        .replace(new RegExp(`("${name}"\\s*:\\s*)"\\*{4}"`, "g"), (_, before) => before + JSON.stringify(value)),
    text,
  );
}

function refusal(entry) {
  return h(
    "section",
    { class: "refusal", "aria-label": "Why it was refused" },
    h("h3", {}, "Why it was refused"),
    entry.nearest ? compare(entry) : h("ul", {}, entry.reason.split(/; (?=(?:query|path|header|form|body|cookie|JSON|credential)\b)/).map((each) => h("li", {}, each))),
    entry.nearest && h("p", { class: "reason" }, entry.reason),
  );
}

function compare({ method, path, nearest }) {
  return [
    h(
      "table",
      { class: "compare" },
      h("tbody", {}, line("sent", method, path, nearest.method, nearest.path), line("nearest", nearest.method, nearest.path, method, path, nearest.operation)),
    ),
    h("ul", {}, nearest.differs.map((each) => h("li", {}, each))),
  ];
}

function line(name, method, path, otherMethod, otherPath, operation) {
  const other = otherPath.split("/");
  const parts = path.split("/").flatMap((segment, index) => {
    const same = other[index] !== undefined && (segment === other[index] || isVariable(segment) || isVariable(other[index]));
    return [index > 0 ? "/" : null, same ? segment : h("mark", {}, segment || "(nothing)")];
  });
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, name),
    h("td", {}, h("code", {}, method === otherMethod ? method : h("mark", {}, method), " ", parts), operation && h("span", { class: "chip" }, operation)),
  );
}

const isVariable = (segment) => /^\{.*\}$/.test(segment);

function message(title, part) {
  if (!part) return h("section", {}, h("h3", {}, title), h("p", { class: "empty" }, "Not kept."));
  const headers = Object.entries(part.headers ?? {});
  return h(
    "section",
    { class: "message", "aria-label": title },
    h("h3", {}, title, " ", part.body && copyButton("Copy body", () => part.body, `Copy body of the ${title.toLowerCase()}`)),
    h(
      "details",
      { open: true },
      h("summary", {}, `${headers.length} headers`),
      h("table", { class: "headers" }, h("tbody", {}, headers.map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, [value].flat().join(", ")))))),
    ),
    bodyOf(part),
  );
}

function bodyOf(part) {
  if (!part.bodyBytes) return h("p", { class: "empty" }, "No body.");
  if (part.body === null || part.body === undefined) return h("p", { class: "empty" }, `${part.bodyBytes} bytes, not kept.`);
  return [
    part.bodyKept === "cut" && h("p", { class: "cut" }, `The beginning of ${part.bodyBytes} bytes.`),
    h("pre", { tabindex: 0, "aria-label": "Body" }, pretty(part.body, part.contentType)),
  ];
}
