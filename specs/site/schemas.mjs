/** Types of a contract in words. */
import { resolved } from "../../mock-servers/console/src/main/resources/dev/forecourt/mock/console/page/java.js";
import { assumed, code, inline } from "./markdown.mjs";

const DEEPEST = 3;
const MOST = 60; // rows of one table: models of some vendors hold each other

const bounds = (schema) => {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const range = (least, most, unit = "") =>
    least !== undefined && most !== undefined ? `${least} to ${most}${unit}` : least !== undefined ? `at least ${least}${unit}` : most !== undefined ? `at most ${most}${unit}` : "";
  return [range(minimum, maximum), range(minLength, maxLength, " characters"), range(minItems, maxItems, " elements")].filter(Boolean);
};

/** Such as "integer, 1 to 100, default 20". */
export function typeWords(spec, schema = {}) {
  const found = merged(spec, schema);
  const words = [];
  const alternatives = found.anyOf ?? found.oneOf;
  if (found.enum) words.push(`one of ${found.enum.map((each) => code(JSON.stringify(each).replace(/^"|"$/g, ""))).join(", ")}`);
  else if (found.type === "array") words.push(`list of ${typeWords(spec, found.items)}`);
  else if (found.type) words.push(found.format ? `${found.type} (${found.format})` : found.type);
  else if (alternatives) words.push([...new Set(alternatives.map((each) => typeWords(spec, each)))].join(" or "));
  else words.push("any");
  words.push(...bounds(found));
  if (found.pattern) words.push(`pattern ${code(found.pattern)}`);
  if (found.nullable) words.push("or null");
  if (found.default !== undefined) words.push(`default ${code(JSON.stringify(found.default))}`);
  return words.join(", ");
}

/** A schema with what it takes over from others in it. */
function merged(spec, schema) {
  const found = resolved(spec, schema) ?? {};
  return (found.allOf ?? []).reduce((sum, each) => {
    const part = merged(spec, each);
    return { ...part, ...sum, properties: { ...part.properties, ...sum.properties }, required: [...(part.required ?? []), ...(sum.required ?? [])] };
  }, found);
}

/** Rows of a table: each field with its path, type and meaning. Of a very large body the first ones. */
export function fields(spec, schema) {
  const rows = allFields(spec, schema, "", 0);
  return rows.length <= MOST ? rows : [...rows.slice(0, MOST), ["…", "", "", `${rows.length - MOST} more fields, see the contract.`]];
}

function allFields(spec, schema, at, depth) {
  const found = merged(spec, schema);
  if (found.type === "array" && depth < DEEPEST) return allFields(spec, found.items, `${at}[]`, depth);
  return Object.entries(found.properties ?? {}).flatMap(([name, property]) => {
    const path = at ? `${at}.${name}` : name;
    const whole = merged(spec, property);
    const inner = whole.type === "array" ? merged(spec, whole.items ?? {}) : whole;
    const hasFields = Object.keys(inner.properties ?? {}).length > 0;
    const rows = hasFields && depth < DEEPEST ? allFields(spec, inner, whole.type === "array" ? `${path}[]` : path, depth + 1) : [];
    const required = (found.required ?? []).includes(name) ? "yes" : "";
    const meaning = [property.description ?? whole.description, assumed(property)].filter(Boolean);
    return [[code(path), required, typeWords(spec, property), meaning.map((each) => (each.startsWith("**Assumed**") ? each : inline(each))).join(" ")], ...rows];
  });
}
