import { credential, vendorClient } from '../lib/client.js';
import { orThrow } from '../lib/errors.js';
import { TokenSource } from '../lib/tokens.js';
import { contract } from './contract.js';

export function createAutengoClient({ apiKey, token, user, ...options }) {
  if (token !== undefined && user !== undefined) {
    throw new TypeError('autengo: give a token, or a user for whom tokens are fetched, not both.');
  }
  const tokens = user === undefined ? undefined : new TokenSource(() => fetchToken(user));
  const sent = new WeakMap();
  const bearer = async () => (tokens === undefined ? credential(contract.vendor, 'token', token) : tokens.get());
  const client = vendorClient(contract, options, {
    async authenticate(request, operation) {
      request.headers.set('X-Api-Key', await credential(contract.vendor, 'apiKey', apiKey));
      if (operation?.id === 'createToken' || (token === undefined && tokens === undefined)) return;
      const value = await bearer();
      sent.set(request, value);
      request.headers.set('X-Authorization', `Bearer ${value}`);
    },
    async renew(request) {
      if (tokens === undefined || !sent.has(request)) return false;
      await tokens.evict(sent.get(request));
      return true;
    },
  });

  async function fetchToken(body) {
    const answer = await orThrow(client.POST('/v3/auth/token', { body }));
    return { token: answer.token, seconds: answer.expires_in };
  }
  return client;
}
