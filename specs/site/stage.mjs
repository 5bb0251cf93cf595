// Puts the pages of the documentation site together, for Sphinx: node stage.mjs ROOT EXAMPLES TARGET
//
// Markdown is copied with its links as the site has them: to another page, or to a copy of a file of the repository. The site is whole
// wherever it lies.
// The page of each vendor is made from EXAMPLES, where its calls are that were executed.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { rewritten } from "./links.mjs";
import { counted, inline, table } from "./markdown.mjs";
import { vendorPage } from "./vendor.mjs";

const FIRST = ["guide/java.md", "guide/front-end.md", "guide/ci.md", "guide/your-own-vendor.md"];
const OF_THE_PROJECT = {
  "CHANGELOG.md": "changelog.md",
  "CONTRIBUTING.md": "contributing.md",
  "SECURITY.md": "security.md",
  "contract-tests/README.md": "project/contract-tests.md",
  "clients/templates/README.md": "project/templates.md",
  "findings/README.md": "project/findings.md",
};
const OF_NPM = { "mock-servers/npm/README.md": "guide/npm-mocks.md", "specs/npm/README.md": "guide/npm-specs.md" };

/** Pages by the path of their file in the repository. */
export function pagesOf(root, vendors) {
  const pages = new Map();
  const docs = "specs/docs";
  for (const file of filesIn(join(root, docs)).filter((each) => each.endsWith(".md"))) pages.set(`${docs}/${file}`, file);
  const add = (file, page) => existsSync(join(root, file)) && pages.set(file, page);
  for (const [file, page] of Object.entries({ ...OF_THE_PROJECT, ...OF_NPM })) add(file, page);
  for (const vendor of vendors) for (const [part, file] of Object.entries(OF_A_VENDOR)) add(file(vendor), `vendors/${vendor}-${part}.md`);
  return pages;
}

const OF_A_VENDOR = {
  notes: (vendor) => `specs/${vendor}/README.md`,
  changes: (vendor) => `specs/${vendor}/CHANGELOG.md`,
  stub: (vendor) => `mock-servers/${vendor}/README.md`,
};

/** The tables of contents, from where pages lie. A page that is nowhere is an error of Sphinx. */
export function contents(pages, vendors) {
  const all = [...pages.values()];
  const first = FIRST.filter((page) => all.includes(page));
  const below = (folder) => all.filter((page) => page.startsWith(`${folder}/`) && !first.includes(page)).sort((one, other) => (plain(one) < plain(other) ? -1 : 1));
  // a page before those whose names go on from its own
  const plain = (page) => page.replace(/\.md$/, "");
  const named = (...names) => names.filter((page) => all.includes(page));
  const parts = [
    ["Start", first],
    ["Guides", [...below("guide"), ...named("adding-a-vendor.md")]],
    ["Vendors", vendors.map((vendor) => `vendors/${vendor}.md`)],
    ["Reference", [...below("reference"), ...named("extensions.md", "inventory.md")]],
    ["Decisions", below("adr")],
    ["Diaries", below("diary")],
    ["Project", named(...Object.values(OF_THE_PROJECT))],
  ];
  return parts
    .filter(([, list]) => list.length > 0)
    .map(([caption, list]) => ["```{toctree}", ":hidden:", `:caption: ${caption}`, "", ...list, "```"].join("\n"))
    .join("\n\n");
}

export function stage(root, examples, target) {
  const executed = readdirSync(examples).filter((each) => each.endsWith(".json")).sort().map((each) => JSON.parse(readFileSync(join(examples, each), "utf8")));
  const vendors = executed.map((each) => each.vendor);
  const pages = pagesOf(root, vendors);
  // the first page of the site takes the place of the root's
  const targets = new Map([...pages, ["README.md", "index.md"]]);
  const files = new Set();
  const write = (page, text) => {
    mkdirSync(dirname(join(target, page)), { recursive: true });
    writeFileSync(join(target, page), text);
  };
  const problems = [];
  for (const [file, page] of pages) {
    const text = rewritten(readFileSync(join(root, file), "utf8"), { file, page, pages: targets, root, files, problems });
    write(page, page === "index.md" ? `${text}\n${vendorList(executed)}\n\n${contents(pages, vendors)}\n` : text);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  // the rest of that folder is for tests
  cpSync(join(root, "specs/docs/pictures"), join(target, "pictures"), { recursive: true });
  for (const file of files) cpSync(join(root, file), join(target, "files", file));
  for (const each of executed) {
    const page = (part) => (pages.has(OF_A_VENDOR[part](each.vendor)) ? `${each.vendor}-${part}.md` : undefined);
    write(`files/contracts/${each.vendor}.json`, `${JSON.stringify(each.contract, null, 2)}\n`);
    const links = { contract: `../files/contracts/${each.vendor}.json`, notes: page("notes"), stub: page("stub"), changes: page("changes") };
    write(`vendors/${each.vendor}.md`, vendorPage(each, links));
  }
}

/** For the first page, which as a file cannot link to pages that are generated. */
function vendorList(executed) {
  const rows = executed.map(({ vendor, contract, calls }) => {
    const operations = new Set(calls.map((call) => call.operationId)).size;
    return [`[${inline(contract.info.title)}](vendors/${vendor}.md)`, inline(contract.info.description.split(/(?<=[.:])\s/)[0]).replace(/:$/, "."), counted(operations, "operation")];
  });
  return table(["vendor", "", ""], rows);
}

function filesIn(folder, at = "") {
  return readdirSync(join(folder, at)).sort().flatMap((name) => {
    const file = posix.join(at, name);
    return statSync(join(folder, file)).isDirectory() ? filesIn(folder, file) : [file];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [root, examples, target] = process.argv.slice(2);
  try {
    stage(root, examples, target);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
