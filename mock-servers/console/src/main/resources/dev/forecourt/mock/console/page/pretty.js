/** Bodies made readable without changing a character of what they say: numbers and texts stay as they were sent. */
export function pretty(body, contentType = "") {
  const type = (contentType ?? "").toLowerCase();
  if (type.includes("x-www-form-urlencoded")) return form(body);
  return /^\s*[[{]/.test(body) && isJson(body) ? indent(body) : body;
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function form(body) {
  return [...new URLSearchParams(body)].map(([name, value]) => `${name} = ${value}`).join("\n");
}

function indent(json) {
  let out = "";
  let depth = 0;
  const newLine = () => (out += `\n${"  ".repeat(depth)}`);
  // a text, an empty pair, a bracket, a comma, a colon, or a bare word
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    if (token === "{" || token === "[") {
      out += token;
      depth++;
      newLine();
    } else if (token === "}" || token === "]") {
      depth--;
      newLine();
      out += token;
    } else if (token === ",") {
      out += token;
      newLine();
    } else if (token === ":") out += ": ";
    else out += token.replace(/^([{[])\s+([}\]])$/, "$1$2");
  }
  return out;
}
