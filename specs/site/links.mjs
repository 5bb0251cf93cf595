/** Links of a Markdown file, as the site has them. */
import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";

const ELSEWHERE = /^([a-z][a-z0-9+.-]*:|\/\/)/i;
const WORDS = /(?:`[^`\n]*`|[^[\]`\n])*/.source;
const LINK = new RegExp(String.raw`(\`+)(?:(?!\1)[\s\S])+\1|(\[${WORDS})?\]\((<[^>\n]*>|[^)\s]+)((?:\s+"[^"]*")?)\)|^(\[[^\]]+\]:\s*)(\S+)`, "g");

/**
 * The text with its links rewritten: to pages, and to copies of files, which are added to `files`. Of a link to what the site
 * does not hold the words stay. What leads nowhere is added to the problems, with file and line.
 */
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
      return line.replace(LINK, (whole, code, words, target, title, label, defined) => {
        if (code) return whole;
        const found = link(target ?? defined);
        if (found !== undefined) return target ? `${words ?? ""}](${found}${title})` : `${label}${found}`;
        if (words !== undefined) return words.slice(1);
        place.problems.push(`${place.file}:${index + 1}: ${target ?? defined} is not in the site, and its words begin on another line. Write the link on one line.`);
        return whole;
      });
    })
    .join("\n");
}

function leading(target, { file, page, pages, root, files, problems }, line) {
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
  if (wanted.startsWith("specs/docs/pictures/")) return relative(page, wanted.slice("specs/docs/".length));
  if (statSync(join(root, wanted)).isDirectory() || wanted.endsWith(".md")) return undefined;
  files.add(wanted);
  return relative(page, `files/${wanted}`);
}

const relative = (from, to) => posix.relative(posix.dirname(from), to);
