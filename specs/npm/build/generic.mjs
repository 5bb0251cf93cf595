// The client of a vendor that has none in vendors/: its credentials are named after the security schemes of the contract.

export function genericClient(contract) {
  const name = capital(contract.vendor);
  const schemes = Object.entries(contract.schemes).flatMap(([scheme, each]) => {
    const place = placed(each);
    return place === undefined ? [] : [{ scheme, option: scheme[0].toLowerCase() + scheme.slice(1), ...place }];
  });
  return {
    'client.js': `import { credential, vendorClient } from '../lib/client.js';
import { contract } from './contract.js';

const SCHEMES = ${JSON.stringify(schemes, null, 1)};

export function create${name}Client({ credentials = {}, ...options }) {
  return vendorClient(contract, options, {
    async authenticate(request, operation) {
      const given = (operation?.security ?? []).find((each) => each.every((scheme) => SCHEMES.some((s) => s.scheme === scheme && credentials[s.option] !== undefined)));
      const needed = given ?? operation?.security[0] ?? [];
      for (const { scheme, option, header, prefix } of SCHEMES) {
        if (needed.includes(scheme)) request.headers.set(header, prefix + (await credential(contract.vendor, \`credentials.\${option}\`, credentials[option])));
      }
    },
  });
}
`,
    'client.d.ts': `import type { Client } from 'openapi-fetch';
import type { Credential, VendorClientOptions } from '../lib/shared.js';
import type { paths } from './schema.js';

export interface ${name}ClientOptions extends VendorClientOptions {
  /** By the names of the contract's security schemes. A scheme that is missing here is no header: serve it by \`client.use()\`. */
  credentials?: { ${schemes.map(({ option }) => `${option}?: Credential`).join('; ')} };
}

export function create${name}Client(options: ${name}ClientOptions): Client<paths>;
`,
  };
}

/** Where a credential goes; undefined for a scheme that is no header, which a middleware of openapi-fetch has to serve. */
function placed({ type, in: place, name: header, scheme = '' }) {
  if (type === 'apiKey' && place === 'header') return { header, prefix: '' };
  if (type === 'http' && scheme.toLowerCase() === 'basic') return { header: 'Authorization', prefix: 'Basic ' };
  if (type === 'http' || type === 'oauth2' || type === 'openIdConnect') return { header: 'Authorization', prefix: 'Bearer ' };
  return undefined;
}

const capital = (vendor) => vendor[0].toUpperCase() + vendor.slice(1);
