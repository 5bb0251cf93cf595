// Packs forecourt-mocks: node pack.mjs VERSION JAR FOLDER. Prints the path of the tarball in that folder.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [version, jar, folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Expected a version, the JAR of the mock process and a folder: node pack.mjs 0.1.0 mocks.jar target/npm');
  process.exit(2);
}
const source = dirname(fileURLToPath(import.meta.url));
const root = join(source, '..', '..');
const staging = mkdtempSync(join(tmpdir(), 'forecourt-mocks-'));
try {
  for (const each of ['bin', 'lib', 'README.md']) cpSync(join(source, each), join(staging, each), { recursive: true });
  cpSync(join(root, 'LICENSE'), join(staging, 'LICENSE'));
  cpSync(resolve(jar), join(staging, 'lib', 'forecourt-mocks.jar'));
  cpSync(join(source, '..', 'server', 'jvm.options'), join(staging, 'lib', 'jvm.options'));
  const manifest = { ...JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')), version };
  writeFileSync(join(staging, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', resolve(folder)], {
    cwd: staging,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  console.log(join(resolve(folder), JSON.parse(packed)[0].filename));
} finally {
  rmSync(staging, { recursive: true, force: true });
}
