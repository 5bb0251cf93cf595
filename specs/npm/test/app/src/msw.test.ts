// The handlers on the vendors' own addresses, held against the contracts of the package.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { orThrow, VendorResponseError } from 'forecourt-specs';
import { createAutochatClient, servers as autochat } from 'forecourt-specs/autochat';
import { createFidcarClient, servers } from 'forecourt-specs/fidcar';
import { fidcarHandlers } from 'forecourt-specs/fidcar/msw';
import * as handlers from 'forecourt-specs/msw';

const contract = (vendor: string) =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`forecourt-specs/3.1/${vendor}.json`), 'utf8'));
const all = Object.entries(handlers).map(([name, make]) => ({ vendor: name.replace('Handlers', ''), make }));
const server = setupServer();
before(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

type Node = { [name: string]: any };

for (const { vendor, make } of all) {
  test(`${vendor}: each operation answers on production what its contract allows`, async () => {
    server.use(...make());
    const document: Node = contract(vendor);
    const resolve = (node: Node): Node => (node['$ref'] === undefined ? node : resolve(node['$ref'].slice(2).split('/').reduce((inner: Node, key: string) => inner[key.replaceAll('~1', '/')], document)));
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(document, 'contract');
    const production = (holder: Node): string => holder['servers'][1].url.replace(/\/$/, '');
    let bodies = 0;

    for (const [path, item] of Object.entries<Node>(document['paths'])) {
      for (const [method, operation] of Object.entries<Node>(item).filter(([, each]) => each['operationId'] !== undefined)) {
        const url = production(operation['servers'] === undefined ? document : operation) + path.replace(/\{[^}]+}/g, '1');
        const answer = await fetch(url, { method: method.toUpperCase() });

        const told = await answer.text();
        const media = resolve(operation['responses'][answer.status])['content']?.['application/json'];
        assert.ok(answer.ok, `${operation['operationId']} answered ${answer.status}`);
        assert.equal(told === '', media === undefined, operation['operationId']);
        if (media !== undefined) {
          const pointer = `#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${method}/responses/${answer.status}`;
          const schema = operation['responses'][answer.status]['$ref'] === undefined ? `${pointer}/content/application~1json/schema` : `${operation['responses'][answer.status]['$ref']}/content/application~1json/schema`;
          const valid = ajv.validate({ $ref: `contract${schema}` }, JSON.parse(told));
          assert.ok(valid, `${operation['operationId']}: ${ajv.errorsText()}`);
          bodies++;
        }
      }
    }

    assert.ok(bodies > 0);
  });
}

test('a literal path comes before one with a variable', async () => {
  server.use(...handlers.fidelisaHandlers());

  const categories = await (await fetch('https://api.fidelisa.com/api/shops/categories')).json();

  assert.deepEqual(Object.keys(categories), ['categories']);
});

test('answers a status, an example by name, or what a function says', async () => {
  const baseUrl = servers.vendor[0]!;
  server.use(
    ...fidcarHandlers({ answers: { getReview: 404, listContacts: 'noMatch', listLeads: ({ params }) => HttpResponse.json({ local: params['local_id'] }) } }),
  );
  const client = createFidcarClient({ baseUrl, apiKey: 'k' });

  const missing = await orThrow(client.GET('/api/review/{review_id}', { params: { path: { review_id: '1' } } })).catch((e: unknown) => e);
  const none = await orThrow(client.GET('/api/contact'));
  const leads = await orThrow(client.GET('/api/local/{local_id}/lead', { params: { path: { local_id: 7 } } }));

  assert.ok(missing instanceof VendorResponseError);
  assert.equal(missing.status, 404);
  assert.deepEqual(none.data, []);
  assert.deepEqual(leads as unknown, { local: '7' });
});

test('answers on one address where asked to, and nowhere else', async () => {
  server.use(...fidcarHandlers({ baseUrl: 'http://localhost:4011/' }));

  const here = await fetch('http://localhost:4011/api/review/1');
  const there = await fetch('https://www.fidcar.com/api/review/1').catch((e: unknown) => e);

  assert.equal(here.status, 200);
  assert.ok(there instanceof Error);
});

test('a token comes from the host that the contract names', async () => {
  server.use(...handlers.autochatHandlers());

  const options = await orThrow(createAutochatClient({ baseUrl: autochat.vendor[0]!, clientId: 'i', clientSecret: 's' }).GET('/api/options'));

  assert.ok(options.length > 0);
});

test('says which answers there are', () => {
  assert.throws(() => fidcarHandlers({ answers: { getReview: 418 } }), /^TypeError: fidcar getReview: the contract shows no answer 418\. Ask for one of these, or give a function: 200 /);
  assert.throws(() => fidcarHandlers({ answers: { getRevue: 404 } as never }), /^TypeError: fidcar has no operation 'getRevue'\. There are: /);
});
