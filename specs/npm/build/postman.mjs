// A collection of Postman, version 2.1 of its format.
import { STATUS_CODES } from 'node:http';
import { encoded } from './collection.mjs';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const HELPERS = `const CryptoJS = require('crypto-js');
const get = (name) => pm.variables.get(name);
const set = (name, value) => pm.collectionVariables.set(name, value);
const header = (key, value) => pm.request.headers.upsert({ key, value });
const url = () => pm.request.url.getPath();
const answer = () => pm.response.json();
const post = (url, body) =>
  new Promise((done, failed) =>
    pm.sendRequest({ url, method: 'POST', header: { 'Content-Type': 'application/json' }, body: { mode: 'raw', raw: JSON.stringify(body) } }, (error, response) =>
      error ? failed(error) : response.code < 300 ? done(response.json()) : failed(new Error(\`POST \${url} was answered with \${response.code}\`)),
    ),
  );
`;
const TEST = `pm.test('answers with a success', () => pm.expect(pm.response.code).to.be.within(200, 299));`;

export function postman({ title, contract, variables, before, groups }) {
  return {
    info: { name: title, description: contract.document.info.description ?? '', schema: SCHEMA },
    variable: variables.map(({ name, value }) => ({ key: name, value, type: 'string' })),
    event: [...(before === undefined ? [] : [event('prerequest', script(before))]), event('test', TEST)],
    item: groups.map(({ name, requests }) => ({ name, item: requests.map(item) })),
  };
}

// in a function: CryptoJS, for one, is a global of Postman's already
const script = (text) => `(async () => {\n${indented(`${HELPERS}\n${text.trim()}`)}\n})();`;
const indented = (text) => text.replace(/^(?=.)/gm, '  ');

function event(listen, text) {
  return { listen, script: { type: 'text/javascript', exec: text.split('\n') } };
}

function item(request) {
  const sent = written(request);
  return {
    name: request.summary,
    ...(request.after === undefined ? {} : { event: [event('test', script(request.after))] }),
    request: sent,
    response: request.answers.filter(({ body }) => body !== undefined).map((each) => saved(each, sent)),
  };
}

function written({ method, path, host, headers, values, body, description }) {
  const at = (place) => values.filter((each) => each.place === place);
  const pairs = (list) => list.map(({ name, value, enabled, description }) => ({ key: name, value, description, ...(enabled ? {} : { disabled: true }) }));
  const template = path.replace(/\{([^}]+)\}/g, ':$1');
  const query = at('query').map((each) => ({ ...each, name: encoded(each.name), value: encoded(each.value) }));
  const sent = query.filter(({ enabled }) => enabled).map(({ name, value }) => `${name}=${value}`);
  return {
    method: method.toUpperCase(),
    description,
    header: [
      ...Object.entries(headers).map(([key, value]) => ({ key, value })),
      ...(body === undefined ? [] : [{ key: 'Content-Type', value: body.type }]),
      ...pairs(at('header')),
    ],
    url: {
      raw: host + template + (sent.length === 0 ? '' : `?${sent.join('&')}`),
      host: [host],
      path: template.slice(1).split('/'),
      query: pairs(query),
      variable: at('path').map(({ name, value, description }) => ({ key: name, value, description })),
    },
    ...(body === undefined ? {} : { body: content(body) }),
  };
}

function content({ form, example }) {
  if (!form) return { mode: 'raw', raw: JSON.stringify(example, null, 2), options: { raw: { language: 'json' } } };
  return { mode: 'urlencoded', urlencoded: fields(example).map(([key, value]) => ({ key, value })) };
}

/** The fields of a form, a list as a field for each item. */
export function fields(example) {
  return Object.entries(example).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)]));
}

function saved({ status, name, type, body }, originalRequest) {
  return {
    name: `${status} ${name ?? STATUS_CODES[status] ?? ''}`.trim(),
    originalRequest,
    status: STATUS_CODES[status] ?? '',
    code: status,
    _postman_previewlanguage: type.includes('json') ? 'json' : 'text',
    header: [{ key: 'Content-Type', value: type }],
    body: type.includes('json') ? JSON.stringify(body, null, 2) : String(body),
  };
}
