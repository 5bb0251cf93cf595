// Runs Bruno collections by Bruno's own command, one after the other in this process: most of a run is its start.
// node bruno.mjs FOLDER name=value... FOLDER name=value...   Prints "collection FOLDER" before what the command says of it.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const yargs = require('yargs/yargs');
const run = require('@usebruno/cli/src/commands/run.js');
const given = new Map();
let folder;
for (const each of process.argv.slice(2)) {
  if (each.includes('=')) given.get(folder).push('--env-var', each);
  else given.set((folder = each), []);
}
for (const [each, variables] of given) {
  process.chdir(each);
  console.log(`collection ${each}`);
  await yargs(['run', '-r', '--env', 'mock', ...variables]).command(run).strict().parseAsync();
}
