/** The page of a vendor: everything on it comes from its contract and from calls that were executed. */
import { resolved } from "../../mock-servers/console/src/main/resources/dev/forecourt/mock/console/page/java.js";
import { assumed, blocks, code, counted, fence, inline, source, table } from "./markdown.mjs";
import { fields, typeWords } from "./schemas.mjs";

const SHOWN = 2; // elements of a list in an answer

/** `links` says where the files of the vendor are: contract, and the pages of its notes and changes if it has them. */
export function vendorPage({ vendor, port, unsigned, imported, credentials, contract, calls }, links) {
  const operations = operationsOf(contract);
  return [
    `# ${inline(contract.info.title)}`,
    description(vendor, contract, links),
    overview(vendor, port, contract, operations, links),
    mock(vendor, unsigned, imported, contract, credentials),
    authentication(contract),
    index(vendor, contract, operations),
    ...tagsOf(contract, operations).flatMap((tag) => [
      `## ${inline(tag.name)}`,
      blocks(tag.description),
      ...tag.operations.map((each) => operation(vendor, contract, each, calls, imported)),
    ]),
    errors(vendor, contract),
    contents(links),
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

/** Names the page of notes where the contract names their file. */
function description(vendor, contract, links) {
  const text = blocks(contract.info.description);
  return links.notes ? text.replaceAll(`\`specs/${vendor}/README.md\` of Forecourt`, `the page [notes and traps](${links.notes})`) : text;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

function operationsOf(contract) {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({
      ...item[method],
      method: method.toUpperCase(),
      path,
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((each) => resolved(contract, each)),
    })),
  );
}

function tagsOf(contract, operations) {
  const names = [...new Set([...(contract.tags ?? []).map((each) => each.name), ...operations.map((each) => each.tags?.[0] ?? "Operations")])];
  return names
    .map((name) => ({ ...(contract.tags ?? []).find((each) => each.name === name), name, operations: operations.filter((each) => (each.tags?.[0] ?? "Operations") === name) }))
    .filter((each) => each.operations.length > 0);
}

function overview(vendor, port, contract, operations, links) {
  const limit = contract["x-rate-limit"];
  return table(
    ["", ""],
    [
      ["contract", `version ${inline(contract.info.version)}, ${counted(operations.length, "operation")}: [${vendor}.json](${links.contract}), one file for any OpenAPI tool`],
      ["client", `${code(`forecourt-${vendor}`)}, ${code(`${vendor[0].toUpperCase()}${vendor.slice(1)}Client`)}`],
      ["mock", code(`http://127.0.0.1:${port}`)],
      ...(contract.servers ?? []).map((each) => ["vendor", [code(each.url), inline(each.description ?? ""), assumed(each)].filter(Boolean).join(" ")]),
      ...(limit ? [["limit", `${limit.requests} requests in ${inline(limit.period)}. ${source(limit)}`]] : []),
      ...more(links),
    ],
  );
}

function more(links) {
  const named = { "Notes and traps": links.notes, "what the mock does": links.stub, "changes of the contract": links.changes };
  const found = Object.entries(named).flatMap(([words, page]) => (page ? [`[${words}](${page})`] : []));
  return found.length > 0 ? [["more", found.join(", ")]] : [];
}

function mock(vendor, unsigned, imported, contract, credentials) {
  return [
    "## Try it",
    `Every call below was executed against the mock, in ${imported ? "each language shown" : "all three languages"}, and the answer is the one that came. Start it:`,
    starts(vendor, unsigned, imported),
    unsigned && "The vendor's calls are signed, each signature anew. With that option the mock takes calls without; the Java client signs them all the same.",
    "Lists in answers are cut after two elements.",
    Object.keys(credentials).length > 0 && table(["test credential", "value"], Object.entries(credentials).map(([name, value]) => [schemesOf(contract, name).map(code).join(", "), code(value)])),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Of a vendor that somebody imported no release holds a mock. */
function starts(vendor, unsigned, imported) {
  const option = unsigned ? ` --unsigned ${vendor}` : "";
  const checkout = ["Checkout", `scripts/mock --detach${option && ` --${option}`}`];
  const ways = imported ? [checkout] : [["Release folder", `java -jar jars/forecourt-mock-servers.jar${option}`], ["npm", `npx forecourt-mocks${option}`], checkout];
  return ways.map(([title, command]) => nested(`{tab} ${title}`, fence("sh", command))).join("\n");
}

/** The credential `api_key` is called `ApiKey` in the table of authentication, if that is its name in the contract. */
function schemesOf(contract, credential) {
  const plain = (name) => name.toLowerCase().replace(/[_-]/g, "");
  const found = Object.keys(contract.components?.securitySchemes ?? {}).filter((each) => plain(each).startsWith(plain(credential)));
  return found.length > 0 ? found : [credential];
}

function authentication(contract) {
  const schemes = Object.entries(contract.components?.securitySchemes ?? {});
  if (schemes.length === 0) return "## Authentication\n\nNone: every operation is open.";
  const where = (each) => (each.type === "apiKey" ? `${each.in} ${code(each.name)}` : each.type === "http" ? `${code("Authorization")}, scheme ${inline(each.scheme)}` : inline(each.type));
  return `## Authentication\n\n${table(["name", "where", "what"], schemes.map(([name, each]) => [code(name), where(each), [inline(each.description), source(each)].filter(Boolean).join(" ")]))}`;
}

const anchor = (vendor, id) => `${vendor}-${id}`.toLowerCase().replace(/[^a-z0-9-]+/g, "-");

function index(vendor, contract, operations) {
  return `## Operations\n\n${table(["operation", "call", "what it does"], operations.map((each) => [`{ref}\`${each.operationId} <${anchor(vendor, each.operationId)}>\``, code(`${each.method} ${each.path}`), inline(each.summary)]))}`;
}

function operation(vendor, contract, each, calls, imported) {
  return [
    `(${anchor(vendor, each.operationId)})=`,
    // both, as a search looks for either
    `### ${each.summary ? `${inline(each.summary)} (${each.operationId})` : each.operationId}`,
    code(`${each.method} ${each.path}`),
    blocks(each.description),
    facts(vendor, contract, each),
    parameters(contract, each),
    body(contract, each),
    answers(vendor, contract, each),
    examples(each, calls, imported),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function facts(vendor, contract, each) {
  const security = each.security ?? contract.security ?? [];
  const ways = security.map((way) => Object.keys(way).map(code).join(" and ")).filter(Boolean);
  const lines = [
    each.deprecated && `Deprecated${each["x-deprecated-use"] ? `: use ${code(each["x-deprecated-use"])}` : ""}.`,
    `Authentication: ${ways.length > 0 ? ways.join(", or ") : "none"}.`,
    each["x-paging"] && paging(each["x-paging"]),
    each["x-idempotent"] && "Only reads, whatever its method: the client may retry it.",
    source(each),
  ];
  return lines.filter(Boolean).map((line) => `- ${line}`).join("\n");
}

function paging({ style, page, parameter, size }) {
  const how = {
    "page-limit": "by `page` and `limit` of the query",
    "offset-limit": "by `offset` and `limit` of the query",
    "body-page": `by ${code(page)} of the body`,
  };
  const imported = `by ${code(parameter)}${size ? ` and ${code(size)}` : ""}`;
  return `Paging: ${how[style] ?? imported}. The client walks through all pages; \`firstPage()\` stops after one.`;
}

function parameters(contract, each) {
  const rows = each.parameters.map((parameter) => [
    code(parameter.name),
    parameter.in,
    parameter.required ? "yes" : "",
    typeWords(contract, parameter.schema),
    [inline(parameter.description), parameter.deprecated && "Deprecated.", source(parameter)].filter(Boolean).join(" "),
  ]);
  return rows.length > 0 && `**Parameters**\n\n${table(["name", "in", "required", "type", "what"], rows)}`;
}

function body(contract, each) {
  const found = resolved(contract, each.requestBody);
  const [type, media] = Object.entries(found?.content ?? {})[0] ?? [];
  if (!type) return "";
  const others = Object.keys(found.content).slice(1);
  const rows = fields(contract, media.schema);
  const words = [inline(found.description ?? ""), others.length > 0 && `Also taken as ${others.map(code).join(", ")}.`, assumed(media)].filter(Boolean).join(" ");
  return [`**Body** (${code(type)})`, words, rows.length > 0 ? table(["field", "required", "type", "what"], rows) : typeWords(contract, media.schema)].filter(Boolean).join("\n\n");
}

function answers(vendor, contract, each) {
  const rows = Object.entries(each.responses ?? {}).map(([status, response]) => {
    const found = resolved(contract, response);
    return [code(status), [inline(found.description), assumed(found)].filter(Boolean).join(" ")];
  });
  return `**Answers**\n\n${table(["status", "when"], rows)}`;
}

/** Answers that operations share, with their sources. */
function errors(vendor, contract) {
  const seen = new Map();
  for (const each of operationsOf(contract))
    for (const [status, response] of Object.entries(each.responses ?? {})) {
      const found = resolved(contract, response);
      if (/^2/.test(status)) continue;
      const key = `${status} ${found.description}`;
      const row = seen.get(key) ?? { status, found, operations: [] };
      row.operations.push(each.operationId);
      seen.set(key, row);
    }
  const rows = [...seen.values()].sort((a, b) => a.status.localeCompare(b.status));
  if (rows.length === 0) return "";
  const all = operationsOf(contract).length;
  const who = (names) => (names.length === all ? "all" : names.length > 4 ? `${names.length} of ${all}` : names.map(code).join(", "));
  return `## Errors\n\n${table(["status", "when", "operations"], rows.map((row) => [code(row.status), [inline(row.found.description), source(row.found)].filter(Boolean).join(" "), who(row.operations)]))}`;
}

/** Each documented request once: samples of the vendor are often the examples of the contract. */
function examples(each, calls, imported) {
  const own = calls.filter((call) => call.operationId === each.operationId);
  if (own.length === 0 && imported) return "No example: the mock did not take the call that the contract shows.";
  if (own.length === 0) throw new Error(`${each.operationId}: no call was executed. Run it: scripts/docs`);
  const different = own.filter((call, index) => own.findIndex((other) => other.curl === call.curl) === index);
  return different.map((call) => [`**Example${different.length > 1 ? `: ${inline(words(call.variant))}` : ""}**`, tabs(call), answer(call)].join("\n\n")).join("\n\n");
}

/** `withImages` and `samples/listVehicles.js` as a person says it. */
const words = (variant) =>
  variant === "parameters" ? "every parameter" : /[./]/.test(variant) ? `the vendor's sample ${code(variant)}` : variant.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);

function tabs(call) {
  const languages = [["curl", "bash", call.curl], ["fetch", "js", call.fetch], ["Java", "java", call.java]];
  // of an imported vendor some Java cannot be written
  return languages.filter(([, , text]) => text).map(([title, lexer, text]) => nested(`{tab} ${title}`, fence(lexer, text))).join("\n");
}

const nested = (info, block) => {
  const marks = "`".repeat(/^`+/.exec(block)[0].length + 1);
  return `${marks}${info}\n${block}\n${marks}`;
};

function answer({ status, contentType, answer: text }) {
  if (!text) return `Answer: **${status}**, without a body.`;
  const json = /json/.test(contentType ?? "") && parsed(text);
  return `Answer: **${status}**, ${code(contentType ?? "no media type")}\n\n${json ? fence("json", JSON.stringify(cut(json.value), null, 2)) : fence("text", text)}`;
}

function parsed(text) {
  try {
    // a number that JavaScript cannot hold stays as it came
    return /[:[,]\s*-?\d{16}/.test(text) ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined; // not JSON after all: shown as it came
  }
}

function cut(value) {
  if (Array.isArray(value)) return [...value.slice(0, SHOWN).map(cut), ...(value.length > SHOWN ? [`… ${value.length - SHOWN} more`] : [])];
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cut(each)]));
}

const contents = (links) => {
  const pages = [links.notes, links.stub, links.changes].filter(Boolean).map((page) => page.replace(/\.md$/, ""));
  return pages.length > 0 && fence("{toctree}\n:hidden:", pages.join("\n"));
};
