/** Pieces of Markdown. Texts of vendors come in as they are: what Markdown or HTML would make of them is taken out. */

const TAG = /<\/?[A-Za-z][^<>]*>/g;

/** Leaves code alone, and changes what stands around it. */
const outsideCode = (text, change) => text.replace(/(`+)[\s\S]*?\1|[^`]+|`+/g, (part) => (part.startsWith("`") ? part : change(part)));

/** Marks of code blocks, wherever in a line: one without its other would swallow the page. */
const withoutFences = (text) => text.replace(/(`{3,}|~{3,})[\w-]*/g, "");

/** Links into the vendor's own site, which is not here. Their words stay. */
const withoutOwnLinks = (text) => text.replace(/!?\[((?:`[^`]*`|[^[\]])*)\]\((?!https?:)[^)]*\)/g, "$1");

/** A text that may hold code, emphasis and links to the web, and begins no block. */
export function inline(text = "") {
  return outsideCode(withoutOwnLinks(withoutFences(String(text))), (part) =>
    part
      .replace(/<((?:https?|mailto):[^<>\s]+)>/g, "\u0001$1\u0002")
      .replace(/<([^<>\s@]+@[^<>\s]+)>/g, "\u0001$1\u0002")
      .replace(TAG, (tag) => (/^<\/?(p|br|ul|ol|li|b|i|em|strong|a|code|pre|div|span|h\d|table|tr|td|th)\b/i.test(tag) ? " " : tag))
      .replace(/</g, "&lt;")
      .replace(/\u0001/g, "<")
      .replace(/\u0002/g, ">")
      .replace(/\{/g, "\\{"), // before code it would be a role
  )
    .replace(/\s+/g, " ")
    .trim();
}

/** The same for paragraphs and lists: the headings of a vendor become bold lines. */
export function blocks(text = "") {
  const lines = withoutFences(String(text)).trim().split(/\n\s*\n/);
  return lines.map((block) => (/^\s*([-*+]|\d+\.)\s/.test(block) ? block.split("\n").map(item).join("\n") : paragraph(block))).join("\n\n");
}

const item = (line) => {
  const [, mark = "", rest] = /^(\s*(?:[-*+]|\d+\.)\s+)?(.*)$/.exec(line);
  return mark + inline(rest);
};

function paragraph(block) {
  const plain = inline(block.replace(/^#+\s*(.*)$/gm, "**$1**").replace(/^\s*[|>].*$/gm, (line) => line.replace(/[|>]/g, " ")));
  return plain.replace(/^([-+*](?=\s)|[=#>|:~])/, "\\$1");
}

export const cell = (text) => text.replaceAll("|", "\\|").replace(/\n/g, " ");

export function table(head, rows) {
  if (rows.length === 0) return "";
  const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Code of any content. */
export const code = (text) => {
  const longest = Math.max(0, ...[...String(text).matchAll(/`+/g)].map(([marks]) => marks.length));
  const marks = "`".repeat(longest + 1);
  return longest > 0 ? `${marks} ${text} ${marks}` : `${marks}${text}${marks}`;
};

export function fence(info, text) {
  const longest = Math.max(2, ...[...text.matchAll(/^[`:]{3,}/gm)].map(([marks]) => marks.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${info}\n${text.replace(/\n$/, "")}\n${marks}`;
}

/** Says that the vendor's text does not, and where else it comes from. */
export function source(node) {
  const from = node["x-source"];
  if (node["x-documented"] === false) return `**Assumed**${from ? `: ${inline(from)}` : ""}`;
  return from ? `Source: ${inline(from)}` : "";
}

/** The same where only what is assumed is worth a word. */
export const assumed = (node) => (node["x-documented"] === false ? source(node) : "");

/** "1 operation", "2 operations". */
export const counted = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;
