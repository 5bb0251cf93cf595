// Puts the pages of the documentation site together, for Sphinx: node stage.mjs ROOT EXAMPLES TARGET
//
// Markdown is copied with its links as the site has them: to another page, or to a file of the repository on its host.
// The page of each vendor is made from EXAMPLES, where its calls are that were executed.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { rewritten } from "./links.mjs";
import { counted, inline, table } from "./markdown.mjs";
import { vendorPage } from "./vendor.mjs";

const FIRST = ["guide/java.md", "guide/front-end.md", "guide/ci.md", "guide/your-own-vendor.md"];
const OF_THE_ROOT = { "CHANGELOG.md": "changelog.md", "CONTRIBUTING.md": "contributing.md", "SECURITY.md": "security.md" };

/** Pages by the path of their file in the repository. */
export function pagesOf(root, vendors) {
  const pages = new Map();
  const docs = "specs/docs";
  for (const file of filesIn(join(root, docs)).filter((each) => each.endsWith(".md"))) pages.set(`${docs}/${file}`, file);
  for (const [file, page] of Object.entries(OF_THE_ROOT)) if (existsSync(join(root, file))) pages.set(file, page);
  for (const vendor of vendors)
    for (const [file, page] of [["README.md", "notes"], ["CHANGELOG.md", "changes"]])
      if (existsSync(join(root, "specs", vendor, file))) pages.set(`specs/${vendor}/${file}`, `vendors/${vendor}-${page}.md`);
  return pages;
}

/** The tables of contents, from where pages lie. A page that is nowhere is an error of Sphinx. */
export function contents(pages, vendors) {
  const all = [...pages.values()];
  const first = FIRST.filter((page) => all.includes(page));
  const below = (folder) => all.filter((page) => page.startsWith(`${folder}/`) && !first.includes(page)).sort();
  const named = (...names) => names.filter((page) => all.includes(page));
  const parts = [
    ["Start", first],
    ["Guides", [...below("guide"), ...named("adding-a-vendor.md")]],
    ["Vendors", vendors.map((vendor) => `vendors/${vendor}.md`)],
    ["Reference", [...below("reference"), ...named("extensions.md", "inventory.md")]],
    ["Decisions", below("adr")],
    ["Diaries", below("diary")],
    ["Project", named("changelog.md", "contributing.md", "security.md")],
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
  const host = sourceHost(root);
  const write = (page, text) => {
    mkdirSync(dirname(join(target, page)), { recursive: true });
    writeFileSync(join(target, page), text);
  };
  const problems = [];
  for (const [file, page] of pages) {
    const text = rewritten(readFileSync(join(root, file), "utf8"), { file, page, pages, root, host, problems });
    write(page, page === "index.md" ? `${text}\n${vendorList(executed)}\n\n${contents(pages, vendors)}\n` : text);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  // the rest of that folder is for tests
  cpSync(join(root, "specs/docs/pictures"), join(target, "pictures"), { recursive: true });
  for (const each of executed) {
    const page = (name) => (pages.has(`specs/${each.vendor}/${name}`) ? posix.basename(pages.get(`specs/${each.vendor}/${name}`)) : undefined);
    const links = { contract: `${host}/blob/HEAD/specs/${each.vendor}/openapi.yaml`, notes: page("README.md"), changes: page("CHANGELOG.md") };
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

/** Where people read the sources, by the root pom. */
function sourceHost(root) {
  const found = /<scm\b[^>]*>[\s\S]*?<url>([^<]*)<\/url>/.exec(readFileSync(join(root, "pom.xml"), "utf8"));
  if (!found) throw new Error("pom.xml has no <url> in <scm>, to which links to its files lead. Add it.");
  return found[1].replace(/\/$/, "");
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
