// Run by NpmPackageTest, beside an installed package.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { JavaMissing, VerificationError, start } from 'forecourt-mocks';
import { starters } from './node_modules/forecourt-mocks/lib/starters.js';

const command = fileURLToPath(new URL('./node_modules/forecourt-mocks/bin/forecourt-mocks.js', import.meta.url));
const key = { headers: { Authorization: 'fidcar-test-key' } };
let mocks;

before(async () => {
  mocks = await start({ vendors: ['fidcar', 'claire'] });
});

after(() => mocks.stop());

test('serves the vendors that were asked for, each on a free port', async () => {
  assert.deepEqual(Object.keys(mocks.urls).sort(), ['claire', 'fidcar']);

  const answer = await fetch(`${mocks.urls.fidcar}/api/local/1325`, key);

  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).id, 1325);
});

test('tells what was refused, and forgets it with a reset', async () => {
  await mocks.reset();
  await fetch(`${mocks.urls.fidcar}/api/local?limit=500`, key);

  const refused = await mocks.requests('fidcar', { status: '4xx' });

  assert.equal(refused.length, 1);
  assert.match(refused[0].reason, /'limit' must be between 1 and 100/);
  await mocks.reset('fidcar');
  assert.deepEqual(await mocks.requests('fidcar'), []);
});

test('verifies what was sent, and lists what came instead', async () => {
  await mocks.reset();
  const form = { method: 'POST', ...key, body: new URLSearchParams({ email: 'a@example.org', km: '10' }) };
  await fetch(`${mocks.urls.fidcar}/api/local/1325/contact`, form);
  await fetch(`${mocks.urls.fidcar}/api/local?limit=5`, key);

  await mocks.verify('fidcar', { operation: 'createContact', body: { email: /@example\.org$/, km: 10 } });
  await mocks.verify('fidcar', { operation: 'listDealerships', query: { limit: 5 }, headers: { authorization: '****' } });
  await mocks.verify('fidcar', { operation: 'listReviews' }, { times: 0 });
  await assert.rejects(
    mocks.verify('fidcar', { operation: 'createContact', body: { email: 'b@example.org' } }, { times: 2 }),
    (error) =>
      error instanceof VerificationError &&
      error.message.startsWith('fidcar: expected 2 of {"operation":"createContact","body":{"email":"b@example.org"}}, but 0 of the 2 that came fit.\n  POST /api/local/1325/contact (createContact) -> ') &&
      error.message.includes(': body.email must be "b@example.org" but was "a@example.org"\n  GET /api/local?limit=5 (listDealerships) -> 200: operation must be'),
  );
  await assert.rejects(mocks.verify('fidcar', { bdy: {} }), /'bdy' is no part of a request/);
});

test('begins anew with a scenario', async () => {
  await mocks.scenario('no-reviews');

  const reviews = await (await fetch(`${mocks.urls.fidcar}/api/review`, key)).json();

  assert.equal(reviews.total, 0);
  await assert.rejects(mocks.scenario('no-reviws'), /no scenario 'no-reviws' of fidcar; there are disputed, /);
  await mocks.reset();
});

test('serves the console where it is asked for', async () => {
  assert.equal(mocks.console, null);
  const more = await start({ vendors: ['fidcar'], console: true, scenario: 'no-reviews' });

  const { vendors } = await (await fetch(`${more.console}/__mock/vendors`)).json();

  assert.deepEqual(vendors.map((each) => [each.id, each.active.scenario]), [['fidcar', 'no-reviews']]);
  await more.stop();
});

test('passes on any other control', async () => {
  await mocks.control('claire', 'POST', '/faults', { status: 503, times: 1 });

  const answer = await fetch(`${mocks.urls.claire}/v1/locations`, { headers: { Authorization: 'claire-test-key' } });

  assert.equal(answer.status, 503);
  await assert.rejects(mocks.control('claire', 'POST', '/faults', { nonsense: 1 }), /claire: POST \/__mock\/faults was answered with 400/);
});

test('names the vendors that run when another one is asked for', async () => {
  await assert.rejects(mocks.requests('autengo'), /No mock of 'autengo' runs here. There are: .*fidcar/);
});

test('rejects with what the process said', async () => {
  const taken = Number(new URL(mocks.urls.fidcar).port);

  await assert.rejects(start({ vendors: ['fidcar'], ports: { fidcar: taken } }), /ended with exit code 1 .*port is taken/s);
});

test('says what to do where there is no Java', () => {
  const missing = spawnSync(process.execPath, [command], { encoding: 'utf8', env: { ...process.env, JAVA_HOME: '/nowhere' } });

  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /^forecourt-mocks needs Java 17 or newer, and JAVA_HOME is \/nowhere.*Install one/);
  assert.ok(JavaMissing.prototype instanceof Error);
});

for (const signal of ['SIGTERM', 'SIGKILL']) {
  test(`npx ended by ${signal} leaves no mock`, async () => {
    const npx = spawn('npx', ['--no-install', 'forecourt-mocks', '--vendor', 'fidcar', '--port', 'fidcar=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(npx.stdout.setEncoding('utf8'), 'data');
    const url = /ready at (\S+)/.exec(line)[1];

    npx.kill(signal);

    // ends when the last process that holds it has ended
    await once(npx.stdout.resume(), 'close');
    await assert.rejects(fetch(`${url}/__mock/health`));
  });
}

test('a killed test run leaves no mock', async () => {
  const program = "import { start } from 'forecourt-mocks'; const { urls } = await start({ vendors: ['fidcar'] }); console.log(urls.fidcar); setInterval(() => {}, 1000);";
  const run = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = await once(run.stdout.setEncoding('utf8'), 'data');

  run.kill('SIGKILL');

  let answers = true;
  while (answers) answers = await fetch(`${url.trim()}/__mock/health`).then(() => true, () => false);
});

test('its help says how it was started, and its version is that of the package', () => {
  const help = spawnSync('npx', ['--no-install', 'forecourt-mocks', '--help'], { encoding: 'utf8' });
  const version = spawnSync('npx', ['--no-install', 'forecourt-mocks', '--version'], { encoding: 'utf8' });

  assert.match(help.stdout, /^Usage: npx forecourt-mocks \[options\]/);
  assert.match(version.stdout, /^forecourt-mock-servers \d+\.\d+\.\d+/);
});

test('a shell between npx and the command is none of its starters', () => {
  const between = () => ({ name: 'sh', parent: 7 });
  const direct = () => ({ name: 'node', parent: 7 });

  assert.deepEqual(starters({ npm_command: 'exec' }, 8, between), [process.pid, 8, 7]);
  assert.deepEqual(starters({ npm_command: 'exec' }, 8, direct), [process.pid, 8]);
  assert.deepEqual(starters({ npm_command: 'run-script' }, 8, between), [process.pid]);
});

test('the command serves, and ends with its signal', async () => {
  const child = spawn(process.execPath, [command, '--vendor', 'fidcar', '--port', 'fidcar=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const url = /ready at (\S+)/.exec(line)[1];

  assert.equal((await fetch(`${url}/__mock/health`)).status, 200);
  child.kill('SIGTERM');
  await once(child, 'close');
  await assert.rejects(fetch(`${url}/__mock/health`));
});
