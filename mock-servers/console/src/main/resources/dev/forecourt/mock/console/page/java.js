/** A call in Java with our client. Names follow from the contract's tags, operationIds and parameters, as the client's do. */

/** `local_id` and `Accept-Language` in Java. */
export function javaName(wire) {
  const words = wire.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const name = words.map((word, index) => (index === 0 ? word[0].toLowerCase() + word.slice(1) : word[0].toUpperCase() + word.slice(1))).join("");
  return name.replace(/^[A-Z]+(?![a-z])/, (letters) => letters.toLowerCase());
}

const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** How each vendor's client takes the credentials, by the names under which the mock tells them. */
function credentials(values) {
  const of = (name) => JSON.stringify(values[name] ?? "");
  const calls = [];
  if ("api_key" in values) calls.push(`.apiKey(${of("api_key")})`);
  if ("api_key" in values && "token" in values) calls.push(`.sessionToken(${of("token")})`);
  if ("client_id" in values) calls.push(`.clientCredentials(${of("client_id")}, ${of("client_secret")})`);
  if ("provider_code" in values) calls.push(`.provider(${of("provider_code")}, ${of("provider_key")})`);
  if ("shop_code" in values) calls.push(`.shop(${of("shop_code")}, ${of("shop_key")})`);
  return calls;
}

/** Operation of a contract for a verb and a path, with its values in the path. */
export function operationOf(spec, method, path) {
  const sent = path.split("/");
  const fits = Object.keys(spec.paths)
    .filter((template) => {
      const parts = template.split("/");
      return spec.paths[template][method.toLowerCase()] && parts.length === sent.length && parts.every((part, index) => part === sent[index] || /^\{.*\}$/.test(part));
    })
    .sort((a, b) => a.split("{").length - b.split("{").length); // a literal segment beats an id
  if (fits.length === 0) return null;
  const item = spec.paths[fits[0]];
  const operation = item[method.toLowerCase()];
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((each) => resolved(spec, each));
  const values = Object.fromEntries(fits[0].split("/").flatMap((part, index) => (/^\{.*\}$/.test(part) ? [[part.slice(1, -1), decodeURIComponent(sent[index])]] : [])));
  return { operation, parameters, values };
}

export function resolved(spec, node) {
  let found = node;
  while (found?.$ref) found = found.$ref.slice(2).split("/").reduce((at, key) => at[key.replaceAll("~1", "/").replaceAll("~0", "~")], spec);
  return found;
}

/** The simple types of a schema, through references and alternatives. */
function typeOf(spec, schema) {
  const found = resolved(spec, schema) ?? {};
  if (found.type) return found;
  const part = [...(found.allOf ?? []), ...(found.oneOf ?? []), ...(found.anyOf ?? [])].map((each) => typeOf(spec, each)).find((each) => each.type);
  return part ? { ...found, ...part } : found;
}

export function javaOf(vendor, spec, { method, url, headers, body }) {
  const at = new URL(url);
  const prefix = new URL(vendor.baseUrl).pathname.replace(/\/$/, "");
  const found = operationOf(spec, method, at.pathname.slice(prefix.length));
  if (!found) return "// No operation of the contract fits this call.";
  const { operation, parameters, values } = found;
  const client = `${capital(vendor.id)}Client`;
  const code = { imports: new Set([`dev.forecourt.${vendor.id}.${client}`]), spec, vendor };
  const service = operation.tags[0];
  const sent = new Map([...at.searchParams].map(([name, value]) => [name, value]));
  Object.entries(headers ?? {}).forEach(([name, value]) => sent.set(name.toLowerCase(), value));
  const own = [];
  const query = [];
  for (const parameter of parameters) {
    const value = parameter.in === "path" ? values[parameter.name] : sent.get(parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name);
    if (parameter.required) own.push(literal(code, parameter.schema, value ?? ""));
    else if (value !== undefined) query.push(`.${javaName(parameter.name)}(${literal(code, typed(spec, parameter), value)})`);
    else if (parameter.style === "deepObject") query.push(...deepObject(code, parameter, at.searchParams));
  }
  if (operation.requestBody) own.push(bodyOf(code, operation, headers, body));
  if (query.length > 0) {
    const type = `${capital(operation.operationId)}Query`;
    code.imports.add(`dev.forecourt.${vendor.id}.api.${service}Service.${type}`);
    own.push(`${type}.builder()${query.join("")}.build()`);
  }
  const page = operation["x-paging"] ? ".firstPage()" : ""; // else the client walks through all pages
  const call = `client.${javaName(service)}().${operation.operationId}(${own.join(", ")})${page}`;
  const builder = [...credentials(vendor.credentials), `.baseUrl(${JSON.stringify(vendor.baseUrl)})`, ...(vendor.credentials.client_id ? [`.tokenBaseUrl(${JSON.stringify(vendor.baseUrl)})`] : [])];
  return [
    ...[...code.imports].sort().map((each) => `import ${each};`),
    "",
    `try (${client} client =`,
    `    ${client}.builder()${builder.map((each) => `\n        ${each}`).join("")}\n        .build()) {`,
    `  ${answers(spec, operation) ? `System.out.println(${call})` : call};`,
    "}",
  ].join("\n");
}

/** Whether the client's method returns something: a success with a body. */
function answers(spec, operation) {
  return Object.entries(operation.responses).some(([status, response]) => {
    const schema = Object.values(resolved(spec, response).content ?? {})[0]?.schema;
    return /^2/.test(status) && schema !== undefined;
  });
}

/**
 * The schema of a parameter. The published contract says of `Accept-Language` that it is a text, for tools that read only the
 * first of its alternatives; the client has the enumeration `Language`.
 */
function typed(spec, parameter) {
  const named = parameter.in === "header" ? parameter.name.split("-").at(-1) : "";
  return spec.components?.schemas?.[named]?.enum ? { $ref: `#/components/schemas/${named}` } : parameter.schema;
}

/** A value of a path, query or header as Java writes it. */
function literal(code, schema, value) {
  const { spec, vendor } = code;
  const type = typeOf(spec, schema);
  const named = enumOf(spec, schema);
  if (type.type === "array") {
    code.imports.add("java.util.List");
    return `List.of(${value.split(",").map((each) => literal(code, type.items, each)).join(", ")})`;
  }
  if (named) {
    code.imports.add(`dev.forecourt.${vendor.id}.model.${named}`);
    return `${named}.of(${JSON.stringify(value)})`;
  }
  if (type.type === "boolean") return value === "true" || value === "1" ? "true" : "false";
  if (type.type === "integer" && /^-?\d+$/.test(value)) return type.format === "int32" || Math.abs(Number(value)) < 2 ** 31 ? value : `${value}L`;
  if (type.format === "date" && /^\d{4}-\d\d-\d\d$/.test(value)) {
    code.imports.add("java.time.LocalDate");
    return `LocalDate.parse(${JSON.stringify(value)})`;
  }
  if (type.format === "local-date-time") {
    code.imports.add("java.time.LocalDateTime");
    return `LocalDateTime.parse(${JSON.stringify(value.length === 10 ? `${value}T00:00:00` : value.replace(" ", "T"))})`;
  }
  if (type.format === "date-time") {
    code.imports.add("java.time.OffsetDateTime");
    return `OffsetDateTime.parse(${JSON.stringify(value)})`;
  }
  return JSON.stringify(value);
}

/** The name of an enumeration of texts, also where it stands beside what else the vendor takes. */
function enumOf(spec, schema) {
  if (schema?.$ref) {
    const found = resolved(spec, schema);
    return found.enum && typeof found.enum[0] === "string" ? nameOf(spec, schema) : enumOf(spec, found);
  }
  return [...(schema?.allOf ?? []), ...(schema?.anyOf ?? []), ...(schema?.oneOf ?? [])].map((each) => enumOf(spec, each)).find(Boolean);
}

function nameOf(spec, schema) {
  if (schema?.$ref) return schema.$ref.split("/").at(-1);
  return [...(schema?.allOf ?? [])].map((each) => nameOf(spec, each)).find(Boolean);
}

/** `and[kilometers]=<5000` is a member of a filter model, read from JSON; what is sent with `[]` is a list. */
function deepObject(code, parameter, query) {
  const members = {};
  for (const [name, value] of query) {
    const [, object, member, list] = /^([^[\]]+)\[([^[\]]+)\](\[\])?$/.exec(name) ?? [];
    if (object !== parameter.name) continue;
    members[member] = list ? [...(members[member] ?? []), value] : value;
  }
  const model = nameOf(code.spec, parameter.schema);
  if (Object.keys(members).length === 0 || !model) return [];
  return [`.${javaName(parameter.name)}(${read(code, model, JSON.stringify(members, null, 2))})`];
}

/** A body is read from the JSON that was sent: what the vendor's text shows can be pasted. */
function bodyOf(code, operation, headers, body) {
  const content = resolved(code.spec, operation.requestBody).content;
  const [type, media] = Object.entries(content)[0];
  const model = nameOf(code.spec, media.schema);
  if (!model) return JSON.stringify(body ?? "");
  const json = /json/.test(type) ? pasted(body, resolved(code.spec, media.schema)["x-preferred-required"]) : formJson(code.spec, media.schema, body);
  return read(code, model, json);
}

/** A form has texts only; the model has numbers, flags and lists where the contract says so. */
function formJson(spec, schema, body) {
  const properties = resolved(spec, schema).properties ?? {};
  const members = {};
  for (const [name, value] of new URLSearchParams(body ?? "")) {
    const type = typeOf(spec, properties[name] ?? {});
    if (type.type === "array") members[name] = [...(members[name] ?? []), formValue(typeOf(spec, type.items), value)];
    else members[name] = formValue(type, value);
  }
  return JSON.stringify(members, null, 2);
}

function formValue({ type }, value) {
  if (type === "boolean") return value === "1" || value === "true";
  return (type === "integer" || type === "number") && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

/** The JSON that was sent, in the spelling that the client sends where the vendor takes several. */
function pasted(body, preferred = []) {
  const plain = (name) => name.toLowerCase().replaceAll("_", "");
  const spelled = (name) => preferred.find((each) => plain(each) === plain(name)) ?? name;
  try {
    const value = JSON.parse(body);
    const members = preferred.length > 0 ? Object.fromEntries(Object.entries(value).map(([name, each]) => [spelled(name), each])) : value;
    return /\d{16}/.test(body) ? body : JSON.stringify(members, null, 2);
  } catch {
    return body || "{}";
  }
}

function read(code, model, json) {
  code.imports.add(`dev.forecourt.${code.vendor.id}.model.${model}`);
  code.imports.add("dev.forecourt.runtime.json.VendorJson");
  const text = json.replaceAll("\\", "\\\\").replaceAll('"""', '\\"""').split("\n").map((line) => `      ${line}`).join("\n");
  return `VendorJson.read(\n      """\n${text}\n      """,\n      ${model}.class)`;
}
