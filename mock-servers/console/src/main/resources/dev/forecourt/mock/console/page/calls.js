/** The same call in other words: curl and fetch, ready to paste. */

/** Headers that the browser or curl sets itself. */
const OWN = new Set(["host", "content-length", "connection", "accept-encoding", "origin", "referer", "user-agent", "dnt",
  "upgrade-insecure-requests", "cache-control", "pragma", "expect", "te", "transfer-encoding", "priority"]);

const worthTelling = (headers = {}) =>
  Object.entries(headers).filter(([name, value]) => {
    const lower = name.toLowerCase();
    // a browser tells all the languages of its user, an application the one that it wants
    const ofBrowser = lower === "accept-language" && /[,;*]/.test(value);
    return !OWN.has(lower) && !lower.startsWith("sec-") && !(lower === "accept" && value === "*/*") && !ofBrowser;
  });

/** A word of a POSIX shell. */
export const shellWord = (text) => `'${text.replaceAll("'", "'\\''")}'`;

export function curlOf({ method, url, headers, body }) {
  const parts = ["curl"];
  if (method === "HEAD") parts.push("--head");
  else if (!(method === "GET" && !body) && !(method === "POST" && body)) parts.push(`-X ${method}`);
  worthTelling(headers).forEach(([name, value]) => parts.push(`-H ${shellWord(`${name}: ${value}`)}`));
  if (body) parts.push(`--data-raw ${shellWord(body)}`);
  parts.push(shellWord(url));
  return parts.join(parts.length > 4 ? " \\\n  " : " ");
}

export function fetchOf({ method, url, headers, body }) {
  const told = Object.fromEntries(worthTelling(headers));
  const lines = [];
  if (method !== "GET") lines.push(`method: ${JSON.stringify(method)}`);
  if (Object.keys(told).length > 0) lines.push(`headers: ${indented(JSON.stringify(told, null, 2))}`);
  if (body) lines.push(`body: ${bodyLiteral(body)}`);
  const options = lines.length === 0 ? "" : `, {\n  ${lines.join(",\n  ")},\n}`;
  return `const response = await fetch(${JSON.stringify(url)}${options});\nconsole.log(response.status, await response.text());`;
}

const indented = (text) => text.replaceAll("\n", "\n  ");

/** JSON reads better as an object. Numbers that JavaScript cannot hold stay as they were written. */
function bodyLiteral(body) {
  try {
    const value = JSON.parse(body);
    if (value !== null && typeof value === "object" && !/\d{16}/.test(body))
      return `JSON.stringify(${indented(JSON.stringify(value, null, 2))})`;
  } catch {
    // no JSON
  }
  return JSON.stringify(body);
}
