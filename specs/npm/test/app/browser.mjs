// Bundles out/src/page.js, serves it on localhost and prints the page that the browser makes of it: node browser.mjs CHROMIUM. MOCKS holds the
// mocks' addresses as JSON.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const { outputFiles, metafile } = await build({ entryPoints: ['out/src/page.js'], bundle: true, format: 'esm', platform: 'browser', write: false, metafile: true, define: { MOCKS: process.env.MOCKS } });
const page = `<!doctype html><title>page</title><body>nothing yet</body><script type="module">${outputFiles[0].text}</script>`;
const server = createServer((_, answer) => answer.writeHead(200, { 'Content-Type': 'text/html' }).end(page));
await new Promise((ready) => server.listen(0, 'localhost', ready));
const profile = mkdtempSync(join(tmpdir(), 'forecourt-page-'));
try {
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--virtual-time-budget=20000', '--dump-dom'];
  const { stdout } = await promisify(execFile)(process.argv[2], [...flags, `http://localhost:${server.address().port}/`]);
  console.log(stdout.match(/<body>([^<]*)/)?.[1].trim());
  console.log('bundled:', Object.keys(metafile.inputs).filter((each) => each.includes('forecourt-specs/')).map((each) => each.replace(/.*forecourt-specs\//, '')).sort().join(' '));
} finally {
  server.close();
  rmSync(profile, { recursive: true, force: true });
}
