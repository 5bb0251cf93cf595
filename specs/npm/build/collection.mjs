// The requests of a contract for people's tools, in an order in which each finds what it needs.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { stringify } from 'qs';

const LAST = 'Last, because it ends what others need';

export class Collection {
  static async of(contract, file) {
    return new Collection(contract, existsSync(file) ? (await import(pathToFileURL(file))).default : {});
  }

  /** The settings are those of a vendor's collection.mjs; without one, its security schemes say which header holds which variable. */
  constructor(contract, { variables, headers, body = (_, value) => value, url = () => '{{host}}', before, after = {}, ends = () => false }) {
    this.contract = contract;
    this.title = contract.document.info.title;
    const usual = usualHeaders(contract);
    const secrets = variables ?? [...new Set(Object.values(usual).map((each) => each.match(/\{\{(\w+)}}/)[1]))];
    this.variables = [{ name: 'host', value: contract.mockUrl ?? contract.servers[0] }, ...secrets.map((name) => ({ name, value: '', secret: true }))];
    this.before = typeof before === 'function' ? before(contract) : before;
    this.groups = grouped(contract.operations, (each) => deletes(each) || ends(each)).map(([name, operations]) => ({
      name,
      requests: operations.map((each) => ({
        ...each,
        host: url(each),
        headers: headers === undefined ? (each.security.length > 0 ? usual : {}) : headers(each),
        values: each.parameters.flatMap(written),
        body: each.body && { ...each.body, example: body(each, each.body.example) ?? {} },
        after: after[each.id],
      })),
    }));
  }
}

function usualHeaders(contract) {
  const used = new Set(contract.operations.map(({ security }) => security[0]?.[0]));
  return Object.fromEntries(
    Object.entries(contract.schemes)
      .filter(([name, { in: place, scheme }]) => used.has(name) && (place === 'header' || scheme === 'bearer'))
      .map(([, { name, scheme }]) => (scheme === 'bearer' ? ['Authorization', 'Bearer {{token}}'] : [name, '{{key}}'])),
  );
}

function grouped(operations, ending) {
  const groups = new Map();
  const last = operations.filter(ending);
  for (const each of operations.filter((each) => !ending(each))) groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  // what was made later goes first
  if (last.length > 0) groups.set(LAST, last.reverse());
  return [...groups];
}

const deletes = ({ id, method }) => method === 'delete' || id.startsWith('delete');

/** The name-value pairs of a parameter; those that may be left out are there, switched off. */
function written({ name, place, required, description, joined, example }) {
  // nothing to show: a variable, to be filled in
  if (example === undefined) return required ? [{ name, place, enabled: true, description, value: `{{${name}}}` }] : [];
  const pair = (key, value) => ({ name: key, place, enabled: required, description, value: String(value) });
  if (place !== 'query' || typeof example !== 'object') return [pair(name, example)];
  if (joined !== undefined) return [pair(name, [example].flat().join(decodeURIComponent(joined)))];
  if (Array.isArray(example)) return example.map((each) => pair(name, each));
  return stringify({ [name]: example }, { arrayFormat: 'brackets', encode: false, delimiter: '\n' })
    .split('\n')
    .map((each) => pair(each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)));
}

/** A part of a query; a variable stays one. */
export const encoded = (text) => (/^\{\{.*}}$/.test(text) ? text : encodeURIComponent(text));
