// Packs forecourt-specs: node pack.mjs VERSION CONTRACTS FOLDER [MODULES]. CONTRACTS is the folder of published contracts with its vendors.txt.
// Prints the path of the tarball in FOLDER. What it needs is installed from package-lock.json into a temporary folder, or taken from MODULES.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [version, contracts, folder, modules] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Expected a version, the folder of the published contracts and a folder: node pack.mjs 0.1.0 classes/dev/forecourt/specs target/npm');
  process.exit(2);
}
const shell = process.platform === 'win32';
const source = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'forecourt-specs-'));
try {
  for (const each of ['build', 'lib', 'vendors', 'README.md', 'package.json', 'package-lock.json']) {
    cpSync(join(source, each), join(work, each), { recursive: true });
  }
  cpSync(join(source, '..', '..', 'LICENSE'), join(work, 'LICENSE'));
  if (modules) {
    symlinkSync(resolve(modules), join(work, 'node_modules'), 'junction');
  } else {
    execFileSync('npm', ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell,
    });
  }
  const staging = join(work, 'package');
  execFileSync('node', [join(work, 'build', 'stage.mjs'), version, resolve(contracts), staging], { stdio: 'inherit', shell });
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', resolve(folder)], { cwd: staging, encoding: 'utf8', shell });
  console.log(join(resolve(folder), JSON.parse(packed)[0].filename));
} finally {
  rmSync(work, { recursive: true, force: true });
}
