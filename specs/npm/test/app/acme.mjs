// The client of a vendor without files of its own, unpacked to acme/: what it sends.
import { createAcmeClient } from './acme/package/acme/index.js';

const fetch = async ({ url, headers }) => {
  console.log(decodeURIComponent(url), headers.get('X-Key'), headers.get('Authorization'));
  return Response.json([]);
};
const acme = createAcmeClient({ baseUrl: 'https://acme.example', credentials: { key: 'k' }, fetch });
await acme.GET('/cars', { params: { query: { ids: [1, 2], states: ['new', 'used'] } } });
await acme.GET('/me').catch((error) => console.log(error.message));
