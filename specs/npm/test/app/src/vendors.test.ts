// An application that uses each vendor, against the running mocks: their addresses are in MOCKS as JSON.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMultipart, orThrow, VendorResponseError, VendorTransportError } from 'forecourt-specs';
import { createAutengoClient, servers as autengo, type Vehicle } from 'forecourt-specs/autengo';
import { createAutochatClient, type Car } from 'forecourt-specs/autochat';
import { createClaireClient } from 'forecourt-specs/claire';
import { createFidcarClient, type CreateContactForm, type Review } from 'forecourt-specs/fidcar';
import { createFidelisaClient, sign } from 'forecourt-specs/fidelisa';

const mocks: Record<'autengo' | 'autochat' | 'claire' | 'fidcar' | 'fidelisa', string> = JSON.parse(process.env['MOCKS'] ?? '{}');

/** What a client sent, beside what the vendor answered. */
function recording(answer: (request: Request) => Response | Promise<Response> = fetch) {
  const sent: Request[] = [];
  return {
    sent,
    fetch: async (input: Request) => {
      sent.push(input.clone());
      return answer(input);
    },
  };
}

test('fidcar: reads, and writes a form', async () => {
  const { sent, fetch } = recording();
  const fidcar = createFidcarClient({ baseUrl: mocks.fidcar, apiKey: 'fidcar-test-key', fetch });
  const contact: CreateContactForm = { firstname: 'Thibault', lastname: 'Henry', email: 'a+b@example.org', pro: '1', km: 12 };

  const page = await orThrow(fidcar.GET('/api/review', { params: { query: { page: 1, limit: 2 } } }));
  const created = await orThrow(fidcar.POST('/api/local/{local_id}/contact', { params: { path: { local_id: 1325 } }, body: contact }));

  const reviews: Review[] = page.data;
  assert.equal(reviews.length, 2);
  assert.equal(created.user?.firstname, 'Thibault');
  assert.equal(sent[1]?.headers.get('Content-Type'), 'application/x-www-form-urlencoded');
  assert.equal(await sent[1]?.text(), 'firstname=Thibault&lastname=Henry&email=a%2Bb%40example.org&pro=1&km=12');
});

test('fidcar: writes multipart where asked to', async () => {
  const { sent, fetch } = recording();
  const fidcar = createFidcarClient({ baseUrl: mocks.fidcar, apiKey: async () => 'fidcar-test-key', fetch });

  const created = await orThrow(
    fidcar.POST('/api/local/{local_id}/contact', {
      params: { path: { local_id: 1325 } },
      body: { firstname: 'Zoé', lastname: 'Garnier', phone: '0623456781' },
      bodySerializer: asMultipart,
    }),
  );

  assert.equal(created.user?.firstname, 'Zoé');
  assert.match(sent[0]?.headers.get('Content-Type') ?? '', /^multipart\/form-data; boundary=/);
});

test('fidcar: a failure is typed, and thrown where asked to', async () => {
  const fidcar = createFidcarClient({ baseUrl: mocks.fidcar, apiKey: 'wrong' });

  const { data, error, response } = await fidcar.GET('/api/review/{review_id}', { params: { path: { review_id: '1' } } });
  const thrown = await orThrow(fidcar.GET('/api/review/{review_id}', { params: { path: { review_id: '1' } } })).catch((e: unknown) => e);

  assert.equal(data, undefined);
  assert.equal(response.status, 401);
  assert.equal(error?.error?.code, 401);
  assert.ok(thrown instanceof VendorResponseError);
  assert.equal(thrown.message, 'fidcar getReview: 401 for GET /api/review/{review_id}, a success was expected. Look at the body of this error.');
  assert.deepEqual(thrown.body, error);
  assert.ok(!JSON.stringify(thrown).includes('wrong'));
});

test('fidcar: says where no answer came from', async () => {
  const fidcar = createFidcarClient({ baseUrl: 'http://127.0.0.1:9', apiKey: 'k' });

  const thrown = await fidcar.GET('/api/local').catch((e: unknown) => e);

  assert.ok(thrown instanceof VendorTransportError);
  assert.equal(thrown.message, 'fidcar listDealerships: no answer from http://127.0.0.1:9. Is it running and reachable, and does it allow calls from this origin?');
  assert.ok(thrown.cause instanceof Error);
});

test('fidcar: says which settings are missing', async () => {
  assert.throws(
    () => createFidcarClient({ baseUrl: 'www.fidcar.com', apiKey: 'k' }),
    new TypeError('fidcar: baseUrl is missing or no http(s) address. Give one of these, or another: http://127.0.0.1:4011, https://www.fidcar.com'),
  );
  await assert.rejects(
    createFidcarClient({ baseUrl: mocks.fidcar, apiKey: '' }).GET('/api/local'),
    new TypeError('fidcar: apiKey is missing. Give it as a text, or as a function that returns one.'),
  );
});

test('autengo: filters by nested parameters', async () => {
  const { sent, fetch } = recording();
  const client = createAutengoClient({ baseUrl: mocks.autengo, apiKey: 'autengo-test-key', fetch });

  const page = await orThrow(
    client.GET('/v3/vehicle', {
      params: { query: { and: { kilometers: ['>=|100', '<=|90000'] }, or: { colorId: [3, 4] }, order: { field: 'kilometers', dir: 'asc' }, limit: 3 } },
    }),
  );
  const values = await orThrow(client.GET('/v3/vehicle/filter/values', { params: { query: { 'fields[]': ['makeId', 'fuelType'] } } }));

  const kilometers = (page.list ?? []).map((each: Vehicle) => Number(each.kilometers));
  assert.ok(kilometers.length > 0);
  assert.ok(kilometers.every((each) => each >= 100 && each <= 90_000));
  assert.deepEqual(Object.keys(values).sort(), ['fuelType', 'makeId']);
  assert.equal(
    decodeURIComponent(new URL(sent[0]!.url).search),
    '?limit=3&and[kilometers][]=>=|100&and[kilometers][]=<=|90000&or[colorId][]=3&or[colorId][]=4&order[field]=kilometers&order[dir]=asc',
  );
  assert.equal(sent[0]?.headers.get('X-Authorization'), null);
});

test('autengo: fetches the token of a user once, and anew when it is refused', async () => {
  let refuse = false;
  const { sent, fetch: recorded } = recording(async (request) => {
    if (!refuse || request.url.endsWith('/v3/auth/token')) return fetch(request);
    refuse = false;
    return new Response('{}', { status: 401 });
  });
  const client = createAutengoClient({ baseUrl: mocks.autengo, apiKey: 'autengo-test-key', user: { dealerAlzuraId: 1, userAlzuraId: 2 }, fetch: recorded });

  await Promise.all([orThrow(client.GET('/v3/vehicle/reference/make')), orThrow(client.GET('/v3/vehicle/reference/make'))]);
  refuse = true;
  await orThrow(client.POST('/v3/contact', { body: { firstName: 'A', lastName: 'B' } })).catch(() => undefined);
  const renewed = await orThrow(client.GET('/v3/auth/refresh'));

  const paths = sent.map((each) => new URL(each.url).pathname);
  assert.deepEqual(paths, ['/v3/auth/token', '/v3/vehicle/reference/make', '/v3/vehicle/reference/make', '/v3/contact', '/v3/auth/token', '/v3/contact', '/v3/auth/refresh']);
  assert.match(sent[1]?.headers.get('X-Authorization') ?? '', /^Bearer /);
  assert.equal(await sent[3]?.text(), await sent[5]?.text());
  assert.ok(renewed.token.length > 0);
  assert.equal(autengo.vendor[0], 'https://api.dev-stage.autengo.com');
});

test('fidelisa: signs as provider, and as the shop that the vendor named', async () => {
  const { sent, fetch } = recording();
  const provider = { code: 'FORECOURT', key: 'provider-test-key' };
  const alone = createFidelisaClient({ baseUrl: mocks.fidelisa, provider, fetch });

  const shop = await orThrow(alone.POST('/api/shops/init', { body: { shop: { user_email: 'test3@fidelisa.com' } } }));
  const both = createFidelisaClient({ baseUrl: mocks.fidelisa, provider, shop: { code: shop.uuid!, key: shop.key! }, fetch });
  const { customers } = await orThrow(both.GET('/api/customers'));
  const sale = await orThrow(both.POST('/api/sales/', { body: { bill: { total: '12.50', date: '2026-01-15', customer_id: customers[0]!.uuid!, details: [{ type: 'TotalAmount', amount: '12.50', quantity: '1' }] } } }));
  const programs = await orThrow(alone.GET('/api/shops/programs'));

  assert.ok(customers.length > 0);
  assert.ok(sale !== undefined);
  assert.ok(programs !== undefined);
  assert.equal(new Set(sent.map((each) => each.headers.get('FIDELISA_JETON'))).size, sent.length);
  assert.equal(sent[0]?.headers.get('FIDELISA_APIUSER'), null);
  await assert.rejects(alone.GET('/api/customers'), new TypeError('fidelisa: shop.code is missing. Give it as a text, or as a function that returns one.'));
});

test('fidelisa: the signature is the one of the contract', async () => {
  // the example of the security scheme ProviderKey
  assert.equal(await sign('PROVIDER', '12345678', 'SECRET'), 'OThjOGQxOTA3NDU2NzY3N2Y0YjY3Nzc5N2E1YTU0YjM4YzZmYzAxMA==');
});

test('autochat: fetches its token once, and anew when it is refused', async () => {
  let refusals = 0;
  const { sent, fetch: recorded } = recording(async (request) =>
    request.url.endsWith('/api/cars') && refusals++ === 0 ? new Response('{}', { status: 401 }) : fetch(request),
  );
  const autochat = createAutochatClient({ baseUrl: mocks.autochat, clientId: 'autochat-test-client', clientSecret: 'autochat-test-secret', fetch: recorded });
  const car: Car = { dealershipId: 'd', internalId: 'NL-1', brand: 'bmw', model: 'x6', images: [] };

  await Promise.all([orThrow(autochat.GET('/api/options')), orThrow(autochat.GET('/api/options'))]);
  const created = await orThrow(autochat.POST('/api/cars', { body: car }));

  assert.equal(created.internalId, 'NL-1');
  assert.deepEqual(
    sent.map((each) => new URL(each.url).pathname),
    ['/oauth/token', '/api/options', '/api/options', '/api/cars', '/oauth/token', '/api/cars'],
  );
});

test('autochat: tokens for the vendor come from the host of its contract', async () => {
  const { sent, fetch } = recording(() => Response.json({ access_token: 't', token_type: 'Bearer' }));
  const autochat = createAutochatClient({ baseUrl: 'https://console.autochat.ai/', clientId: 'i', clientSecret: 's', fetch });

  await autochat.GET('/api/options');

  assert.deepEqual(sent.map((each) => each.url), ['https://autochat-dev.eu.auth0.com/oauth/token', 'https://console.autochat.ai/api/options']);
  assert.equal(sent[1]?.headers.get('Authorization'), 'Bearer t');
  assert.equal(sent[0]?.headers.get('Authorization'), null);
});

test('autochat: a refused secret is a failure without the secret in it', async () => {
  const autochat = createAutochatClient({ baseUrl: mocks.autochat, clientId: 'autochat-test-client', clientSecret: 'not-it' });

  const thrown = await autochat.GET('/api/options').catch((e: unknown) => e);

  assert.ok(thrown instanceof VendorResponseError);
  assert.equal(thrown.operation, 'createToken');
  assert.ok(!`${thrown.message}${thrown.stack}`.includes('not-it'));
});

test('claire: reads, and a failure has no body', async () => {
  const claire = createClaireClient({ baseUrl: mocks.claire, apiKey: 'claire-test-key' });
  const wrong = createClaireClient({ baseUrl: mocks.claire, apiKey: 'wrong' });

  const found = await orThrow(claire.POST('/v1/appointments/list', { body: { location_id: 312, date: '2024-08-20T00:00:00Z' } }));
  const deleted = await orThrow(claire.POST('/v1/webhooks/delete', { params: { query: { webhook_id: 17 } } })).catch((e: unknown) => e);
  const { response } = await wrong.GET('/v1/locations');

  assert.ok(Array.isArray(found) || typeof found === 'object');
  assert.ok(deleted === undefined || deleted instanceof VendorResponseError);
  assert.equal(response.status, 401);
});
