import { credential, vendorClient } from '../lib/client.js';
import { orThrow } from '../lib/errors.js';
import { TokenSource } from '../lib/tokens.js';
import { contract } from './contract.js';

export function createAutochatClient({ clientId, clientSecret, token, ...options }) {
  if (token === undefined && (clientId === undefined || clientSecret === undefined)) {
    throw new TypeError('autochat: give clientId and clientSecret, or a token that was fetched elsewhere.');
  }
  const tokens = token === undefined ? new TokenSource(fetchToken) : undefined;
  const sent = new WeakMap();
  const client = vendorClient(contract, options, {
    async authenticate(request, operation) {
      if (operation?.id === 'createToken') return;
      const value = tokens === undefined ? await credential(contract.vendor, 'token', token) : await tokens.get();
      sent.set(request, value);
      request.headers.set('Authorization', `Bearer ${value}`);
    },
    async renew(request) {
      if (tokens === undefined || !sent.has(request)) return false;
      await tokens.evict(sent.get(request));
      return true;
    },
  });

  async function fetchToken() {
    const answer = await orThrow(
      client.POST('/oauth/token', {
        body: {
          client_id: await credential(contract.vendor, 'clientId', clientId),
          client_secret: await credential(contract.vendor, 'clientSecret', clientSecret),
          ...contract.operations['POST /oauth/token'].constants,
        },
      }),
    );
    return { token: answer.access_token, seconds: answer.expires_in };
  }
  return client;
}
