// Lays out the package in a folder: node stage.mjs VERSION CONTRACTS FOLDER. Called by pack.mjs.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bruno } from './bruno.mjs';
import { Collection } from './collection.mjs';
import { Contract } from './contract.mjs';
import { genericClient } from './generic.mjs';
import { answers, descriptor, entry, exportsOf } from './modules.mjs';
import { postman } from './postman.mjs';
import { types } from './types.mjs';

const [version, contracts, folder] = process.argv.slice(2);
const source = join(dirname(fileURLToPath(import.meta.url)), '..');
const vendors = readFileSync(join(contracts, 'vendors.txt'), 'utf8').split(/\s+/).filter(Boolean);

function write(name, text) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function manifest() {
  const { devDependencies, ...rest } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const keywords = [...rest.keywords, ...vendors];
  return { ...rest, version, keywords, exports: exportsOf(vendors) };
}

async function vendor(id) {
  for (const file of [`${id}.json`, `${id}.yaml`, `3.1/${id}.json`, `3.1/${id}.yaml`]) {
    cpSync(join(contracts, file), join(folder, 'contracts', file), { recursive: true });
  }
  const document = JSON.parse(readFileSync(join(contracts, '3.1', `${id}.json`), 'utf8'));
  const contract = new Contract(id, document);
  const own = join(source, 'vendors', id);
  const files = {
    ...(existsSync(join(own, 'client.js')) ? copied(own, ['client.js', 'client.d.ts']) : genericClient(contract)),
    ...entry(id, document.info.title),
    'contract.js': descriptor(contract),
    'answers.js': answers(contract),
    'schema.d.ts': await types(document),
  };
  for (const [name, text] of Object.entries(files)) write(`${id}/${name}`, text);

  const collection = await Collection.of(contract, join(own, 'collection.mjs'));
  write(`collections/${id}.postman_collection.json`, `${JSON.stringify(postman(collection), null, 2)}\n`);
  for (const [name, text] of Object.entries(bruno(collection))) write(`collections/bruno/${id}/${name}`, text);
}

const copied = (from, names) => Object.fromEntries(names.map((name) => [name, readFileSync(join(from, name), 'utf8')]));

for (const each of ['lib', 'README.md', 'LICENSE']) cpSync(join(source, each), join(folder, each), { recursive: true });
for (const each of vendors) await vendor(each);
write('msw.js', vendors.map((each) => `export { ${each}Handlers } from './${each}/msw.js';\n`).join(''));
write('msw.d.ts', `export type { Answer, HandlerOptions } from './lib/msw-shared.js';\n${vendors.map((each) => `export { ${each}Handlers } from './${each}/msw.js';\n`).join('')}`);
write('package.json', `${JSON.stringify(manifest(), null, 2)}\n`);
