// What README.md shows, as it stands there, with the address of this test's mock in place of the usual one.
import assert from 'node:assert/strict';

const mocks: Record<string, string> = JSON.parse(process.env['MOCKS'] ?? '{}');
const real = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  return real(new Request(request.url.replace(/^http:\/\/(127\.0\.0\.1|localhost):4011/, mocks['fidcar'] ?? ''), request));
};
const printed: unknown[][] = [];
console.log = (...values) => printed.push(values);

import { orThrow } from 'forecourt-specs';
import { createFidcarClient, servers } from 'forecourt-specs/fidcar';

const fidcar = createFidcarClient({ baseUrl: servers.mock, apiKey: 'fidcar-test-key' });
const page = await orThrow(fidcar.GET('/api/review', { params: { query: { limit: 2 } } }));
console.log(page.total, page.data.map((each) => each.grade));

assert.deepEqual(printed, [[81, [10, 2]]]);
