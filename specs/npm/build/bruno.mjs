// A collection of Bruno: one text file for each request.
import bru from '@usebruno/lang';
import { encoded } from './collection.mjs';
import { fields } from './postman.mjs';

const HELPERS = `const CryptoJS = require('crypto-js');
const axios = require('axios');
const get = (name) => bru.getVar(name) ?? bru.getEnvVar(name);
const set = (name, value) => bru.setVar(name, value);
const header = (name, value) => req.setHeader(name, value);
const url = () => req.getUrl();
const answer = () => res.getBody();
const post = async (url, body) => (await axios.post(url, body)).data;
`;
const TEST = `test('answers with a success', () => {
  expect(res.getStatus()).to.be.within(200, 299);
});`;

/** Texts by file name. */
export function bruno({ title, variables, before, groups }) {
  const files = {
    'bruno.json': `${JSON.stringify({ version: '1', name: title, type: 'collection', ignore: ['node_modules', '.git'] }, null, 2)}\n`,
    'collection.bru': bru.jsonToCollectionBru({ script: before === undefined ? {} : { req: script(before) }, tests: TEST }),
    'environments/mock.bru': bru.envJsonToBruV2({ variables: variables.map((each) => ({ ...each, enabled: true })) }),
  };
  groups.forEach(({ name, requests }, n) => {
    const folder = folderName(name);
    files[`${folder}/folder.bru`] = bru.jsonToCollectionBru({ meta: { name, seq: n + 1 } });
    requests.forEach((each, m) => {
      files[`${folder}/${each.id}.bru`] = bru.jsonToBruV2(request(each, m + 1));
    });
  });
  return files;
}

const script = (text) => `${HELPERS}\n${text.trim()}`;
const folderName = (name) => name.replace(/[^\p{L}\p{N} -]/gu, '').trim();

function request({ summary, description, method, path, host, headers, values, body, after }, seq) {
  const of = (place) => values.filter((each) => each.place === place);
  const query = of('query').filter(({ enabled }) => enabled).map(({ name, value }) => `${encoded(name)}=${encoded(value)}`);
  const url = host + path.replace(/\{([^}]+)\}/g, ':$1') + (query.length === 0 ? '' : `?${query.join('&')}`);
  return {
    meta: { name: summary, type: 'http', seq },
    http: { method, url, body: body === undefined ? 'none' : body.form ? 'formUrlEncoded' : 'json', auth: 'none' },
    params: [...of('query').map(({ name, value, enabled }) => ({ name, value, enabled, type: 'query' })), ...of('path').map(({ name, value }) => ({ name, value, enabled: true, type: 'path' }))],
    headers: [
      ...Object.entries(headers).map(([name, value]) => ({ name, value, enabled: true })),
      ...of('header').map(({ name, value, enabled }) => ({ name, value, enabled })),
    ],
    body: body === undefined ? {} : content(body),
    script: after === undefined ? {} : { res: script(after) },
    docs: description,
  };
}

function content({ form, example }) {
  return form
    ? { formUrlEncoded: fields(example).map(([name, value]) => ({ name, value, enabled: true })) }
    : { json: JSON.stringify(example, null, 2) };
}
