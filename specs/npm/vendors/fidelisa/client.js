import { credential, vendorClient } from '../lib/client.js';
import { newJeton, sign } from '../lib/signature.js';
import { contract } from './contract.js';

export { sign } from '../lib/signature.js';

export function createFidelisaClient({ provider, shop, ...options }) {
  return vendorClient(contract, options, {
    async authenticate(request, operation) {
      const jeton = newJeton();
      request.headers.set('FIDELISA_JETON', jeton);
      await signAs(request, 'PROVIDER', 'provider', provider, jeton);
      const [needed] = operation?.security ?? [];
      if (!needed?.includes('ApiUser')) return;
      // some calls may be signed by the provider alone
      if (shop === undefined && operation.security.some((each) => !each.includes('ApiUser'))) return;
      await signAs(request, 'APIUSER', 'shop', shop, jeton);
    },
  });
}

async function signAs(request, header, name, given, jeton) {
  const { code, key } = (typeof given === 'function' ? await given() : given) ?? {};
  const signer = await credential(contract.vendor, `${name}.code`, code);
  request.headers.set(`FIDELISA_${header}`, signer);
  request.headers.set(`FIDELISA_${header}_KEY`, await sign(signer, jeton, await credential(contract.vendor, `${name}.key`, key)));
}
