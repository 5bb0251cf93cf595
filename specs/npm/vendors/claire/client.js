import { credential, vendorClient } from '../lib/client.js';
import { contract } from './contract.js';

export function createClaireClient({ apiKey, ...options }) {
  return vendorClient(contract, options, {
    async authenticate(request) {
      request.headers.set('Authorization', await credential(contract.vendor, 'apiKey', apiKey));
    },
  });
}
