#!/usr/bin/env node
// Starts the mocks with the Java that is there; options are those of the process: --help lists them.
import { spawn } from 'node:child_process';
import { FLAGS, JAR, JavaMissing, findJava } from '../lib/java.js';
import { starters } from '../lib/starters.js';

let java;
try {
  java = findJava();
} catch (e) {
  if (!(e instanceof JavaMissing)) throw e;
  console.error(e.message);
  process.exit(1);
}
// a killed npx tells nobody: the mocks look whether it is still there
const flags = [`@${FLAGS}`, `-Dforecourt.mock.started-by=${starters().join(',')}`, '-Dforecourt.mock.program=npx forecourt-mocks'];
const child = spawn(java, [...flags, '-jar', JAR, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // the process ends what is under way; it is asked once, whoever else was
  process.on(signal, () => child.kill(signal));
}
child.on('close', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
});
