// Runs the Postman collections of forecourt-specs: node newman.mjs VENDOR name=value... VENDOR name=value...
// Prints what came of each, by vendor, as JSON: requests, assertions, failures.
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const newman = require('newman');
const given = new Map();
let vendor;
for (const each of process.argv.slice(2)) {
  const at = each.indexOf('=');
  if (at < 0) given.set((vendor = each), []);
  else given.get(vendor).push({ key: each.slice(0, at), value: each.slice(at + 1) });
}
const runs = {};
for (const [name, envVar] of given) {
  const collection = require(`forecourt-specs/${name}.postman_collection.json`);
  const { run } = await promisify(newman.run)({ collection, envVar });
  runs[name] = {
    requests: run.stats.requests,
    assertions: run.stats.assertions,
    failures: run.failures.map(({ source, error }) => `${source?.name}: ${error.message}`),
  };
}
console.log(JSON.stringify(runs));
