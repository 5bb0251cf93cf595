/** Links of a Markdown file, as the site has them. */
import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";

const ELSEWHERE = /^([a-z][a-z0-9+.-]*:|\/\/)/i;
const LINK = /(`+)(?:(?!\1)[\s\S])+\1|\]\((<[^>\n]*>|[^)\s]+)((?:\s+"[^"]*")?)\)|^(\[[^\]]+\]:\s*)(\S+)/g;

/** The text with its links rewritten; what leads nowhere is added to the problems, with file and line. */
export function rewritten(text, place) {
  let fence = "";
  return text
    .split("\n")
    .map((line, index) => {
      const marks = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence) {
        if (marks?.startsWith(fence)) fence = "";
        return line;
      }
      if (marks) {
        fence = marks;
        return line;
      }
      const link = (target) => leading(target.replace(/^<|>$/g, ""), place, index + 1);
      return line.replace(LINK, (whole, code, target, title, label, defined) =>
        code ? whole : target ? `](${link(target)}${title})` : `${label}${link(defined)}`,
      );
    })
    .join("\n");
}

function leading(target, { file, page, pages, root, host, problems }, line) {
  if (ELSEWHERE.test(target) || target.startsWith("#")) return target;
  const [path, fragment] = target.split("#", 2);
  const hash = fragment ? `#${fragment}` : "";
  const wanted = posix.normalize(posix.join(posix.dirname(file), decodeURI(path))).replace(/\/$/, "");
  const found = [wanted, posix.join(wanted, "README.md")].find((each) => pages.has(each));
  if (found) return relative(page, pages.get(found)) + hash;
  if (wanted.startsWith("..") || !existsSync(join(root, wanted))) {
    problems.push(`${file}:${line}: ${target} leads nowhere. Correct the link, or add the file.`);
    return target;
  }
  const folder = statSync(join(root, wanted)).isDirectory();
  if (wanted.startsWith("specs/docs/pictures/")) return relative(page, wanted.slice("specs/docs/".length));
  return `${host}/${folder ? "tree" : "blob"}/HEAD/${wanted}${hash}`;
}

const relative = (from, to) => posix.relative(posix.dirname(from), to);
