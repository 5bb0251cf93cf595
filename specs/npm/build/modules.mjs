// The modules of one vendor: what its client and its handlers read of the contract.

export function descriptor(contract) {
  const operations = Object.fromEntries(contract.operations.map((each) => [`${each.method.toUpperCase()} ${each.path}`, described(each, contract)]));
  const { vendor, mockUrl, servers } = contract;
  return `// Generated from the contract. Do not edit.\nexport const contract = ${pretty({ vendor, mockUrl, servers, operations })};\n`;
}

function described({ id, security, servers, body, parameters }, contract) {
  const joined = Object.fromEntries(parameters.filter((each) => each.joined !== undefined).map((each) => [each.name, each.joined]));
  return {
    id,
    security,
    // the n-th host of the operation for the n-th of the vendor, and the last one for the rest
    hosts: servers && Object.fromEntries(contract.servers.map((each, n) => [each, servers[Math.min(n, servers.length - 1)]])),
    joined: Object.keys(joined).length > 0 ? joined : undefined,
    form: body?.form || undefined,
    constants: body !== undefined && Object.keys(body.constants).length > 0 ? body.constants : undefined,
  };
}

/** What the handlers answer. A path with words comes before one with a variable in the same place. */
export function answers(contract) {
  const operations = contract.operations
    .map(({ id, method, path, servers, answers }) => ({ id, method, path: path.replace(/\{([^}]+)\}/g, (_, name) => `:${identifier(name)}`), servers, answers }))
    .sort((a, b) => (specific(a.path) < specific(b.path) ? -1 : 1));
  const { vendor, servers } = contract;
  return `// Generated from the examples of the contract. Do not edit.\nexport const contract = ${pretty({ vendor, servers, operations })};\n`;
}

// the last sign of ASCII: no path holds one that comes after it
const specific = (path) => path.replace(/:\w+/g, '~');
const identifier = (name) => name.replace(/\W/g, '_');
const pretty = (value) => JSON.stringify(value, null, 1);

export function entry(vendor, title) {
  return {
    'index.js': `import { contract } from './contract.js';

export * from './client.js';
export const servers = { mock: contract.mockUrl, vendor: contract.servers };
`,
    'index.d.ts': `import type { Servers } from '../lib/shared.js';

export * from './client.js';
export type * from './schema.js';

/** Where ${title} and its mock are. */
export const servers: Servers;
`,
    'msw.js': `import { vendorHandlers } from '../lib/msw.js';
import { contract } from './answers.js';

export const ${vendor}Handlers = (options) => vendorHandlers(contract, options);
`,
    'msw.d.ts': `import type { HttpHandler } from 'msw';
import type { HandlerOptions } from '../lib/msw-shared.js';
import type { operations } from './schema.js';

/** Handlers for setupServer() and setupWorker(), on the addresses of ${title} or on \`baseUrl\`. */
export function ${vendor}Handlers(options?: HandlerOptions<keyof operations>): HttpHandler[];
`,
  };
}

export function exportsOf(vendors) {
  const module = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  return {
    '.': module('lib/index'),
    './msw': module('msw'),
    ...Object.fromEntries(
      vendors.flatMap((vendor) => [
        [`./${vendor}`, module(`${vendor}/index`)],
        [`./${vendor}/msw`, module(`${vendor}/msw`)],
        ...['json', 'yaml'].flatMap((type) => [
          [`./${vendor}.${type}`, `./contracts/${vendor}.${type}`],
          [`./3.1/${vendor}.${type}`, `./contracts/3.1/${vendor}.${type}`],
        ]),
        [`./${vendor}.postman_collection.json`, `./collections/${vendor}.postman_collection.json`],
      ]),
    ),
    './package.json': './package.json',
  };
}
