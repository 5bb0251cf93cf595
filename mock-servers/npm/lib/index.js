import { spawn } from 'node:child_process';
import { FLAGS, JAR, findJava } from './java.js';
import { verifyRequests } from './verify.js';

export { JavaMissing } from './java.js';
export { VerificationError } from './verify.js';

const READY = /^(\S+) ready at (\S+)/;
const CONSOLE = /^console at (\S+)/;
const LONGEST_ERROR = 4000;

/** The mocks of one process. Made by start(). */
class Mocks {
  #process;
  #ended;

  constructor(process, ended, urls, console) {
    this.#process = process;
    this.#ended = ended;
    this.urls = urls;
    this.console = console;
  }

  async reset(vendor) {
    const asked = vendor === undefined ? Object.keys(this.urls) : [vendor];
    await Promise.all(asked.map((each) => this.#control(each, 'POST', '/reset')));
  }

  async requests(vendor, filter = {}) {
    const query = new URLSearchParams(filter).toString();
    const journal = await this.#control(vendor, 'GET', `/requests${query ? `?${query}` : ''}`);
    return journal.requests;
  }

  async verify(vendor, expected, { times = 1 } = {}) {
    verifyRequests(vendor, await this.requests(vendor, { body: 'true' }), expected, times);
  }

  async scenario(name, vendor) {
    const asked = vendor === undefined ? Object.keys(this.urls) : [vendor];
    const known = await Promise.all(asked.map((each) => this.#control(each, 'GET', '/scenarios')));
    const having = asked.filter((_, i) => known[i].scenarios.some((each) => each.name === name));
    // asked of one that has it not, it says which it has
    const loading = having.length > 0 ? having : asked.slice(0, 1);
    await Promise.all(loading.map((each) => this.#control(each, 'POST', `/scenarios/${encodeURIComponent(name)}`)));
  }

  async control(vendor, method, path, body) {
    return this.#control(vendor, method, path, body);
  }

  async stop() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      // without this, a program that has nothing else to do would end before the mocks have
      this.#process.ref();
      this.#process.kill('SIGTERM');
    }
    await this.#ended;
  }

  async #control(vendor, method, path, body) {
    const url = this.urls[vendor];
    if (url === undefined) {
      throw new Error(`No mock of '${vendor}' runs here. There are: ${Object.keys(this.urls).join(', ')}`);
    }
    const answer = await fetch(`${url}/__mock${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${vendor}: ${method} /__mock${path} was answered with ${answer.status}: ${text}`);
    }
    return text === '' ? undefined : JSON.parse(text);
  }
}

function argumentsOf({ vendors, ports, seeds, state, scenario, console, options = [] }) {
  const args = [];
  for (const vendor of vendors ?? []) args.push('--vendor', vendor);
  if (ports === 'fixed') {
    // the process's own: 4011 and so on
  } else if (typeof ports === 'number') {
    args.push('--port-base', String(ports));
  } else {
    for (const [vendor, port] of Object.entries(ports ?? {})) args.push('--port', `${vendor}=${port}`);
  }
  for (const [vendor, file] of Object.entries(seeds ?? {})) args.push('--seed', `${vendor}=${file}`);
  if (state !== undefined) args.push('--state', state);
  if (scenario !== undefined) args.push('--scenario', scenario);
  // tests that run side by side need none
  if (console === undefined || console === false) args.push('--console', 'off');
  else args.push('--console-port', String(console === true ? 0 : console));
  return [...args, ...options];
}

/** Starts the mocks and waits until all of them answer. */
export function start(settings = {}) {
  const vendors = settings.vendors ?? ['autengo', 'autochat', 'claire', 'fidcar', 'fidelisa'];
  // tests that run side by side must not meet on a port
  const ports = settings.ports ?? Object.fromEntries(vendors.map((each) => [each, 0]));
  const java = settings.java ?? findJava();
  // one that is killed cannot end what it has started
  const child = spawn(java, [`@${FLAGS}`, `-Dforecourt.mock.started-by=${process.pid}`, '-jar', JAR, ...argumentsOf({ ...settings, vendors, ports })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);
  const ended = new Promise((resolve) => {
    child.once('close', () => {
      process.removeListener('exit', endWithUs);
      resolve();
    });
  });
  return new Promise((resolve, reject) => {
    const urls = {};
    const wantsConsole = settings.console !== undefined && settings.console !== false;
    let console = null;
    let line = '';
    let said = '';
    child.once('error', reject);
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-LONGEST_ERROR);
    });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      line += text;
      const lines = line.split('\n');
      line = lines.pop();
      for (const each of lines) {
        const [, vendor, url] = READY.exec(each) ?? [];
        if (vendor !== undefined) urls[vendor] = url;
        else if (CONSOLE.test(each)) [, console] = CONSOLE.exec(each);
        else said = (said + each + '\n').slice(-LONGEST_ERROR);
      }
      if (vendors.every((each) => each in urls) && (!wantsConsole || console !== null)) {
        // the process alone must not keep a finished test run alive
        child.unref();
        child.stdout.unref?.();
        child.stderr.unref?.();
        resolve(new Mocks(child, ended, Object.freeze(urls), console));
      }
    });
    child.once('close', (code) => {
      reject(new Error(`The mocks ended with exit code ${code} before they answered. ${said.trim()}`));
    });
  });
}
