// Writes what is in one of our npm packages (CycloneDX): node npm-sbom.mjs TARBALL FOLDER [SBOM]. FOLDER holds the package-lock.json that the
// package was built and tested with; SBOM is that of the JAR which the package brings. The file stands beside the tarball. The same bytes for
// the same input.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [tarball, folder, jarFile] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Expected a tarball and the folder of its package: node npm-sbom.mjs forecourt-specs-0.1.0.tgz specs/npm');
  process.exit(2);
}
const shell = process.platform === 'win32';
const manifest = JSON.parse(execFileSync('tar', ['-xzOf', resolve(tarball), 'package/package.json'], { encoding: 'utf8' }));
const purl = `pkg:npm/${manifest.name}@${manifest.version}`;

// npm names the first component after the folder and states when it ran; a package without dependencies has no lock file
function ofNpm() {
  if (!existsSync(join(folder, 'package-lock.json'))) return { components: [], dependencies: [], direct: [] };
  let text;
  try {
    text = execFileSync('npm', ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx'], { cwd: folder, encoding: 'utf8', shell });
  } catch {
    console.error('npm 10 or newer is needed, which knows npm sbom. Install it: npm install --global npm@10');
    process.exit(1);
  }
  const { metadata, components, dependencies } = JSON.parse(text);
  const first = metadata.component['bom-ref'];
  return {
    components,
    dependencies: dependencies.filter((each) => each.ref !== first),
    direct: dependencies.find((each) => each.ref === first)?.dependsOn ?? [],
  };
}

function ofJar() {
  if (jarFile === undefined) return { components: [], dependencies: [], direct: [] };
  const { metadata, components, dependencies } = JSON.parse(readFileSync(jarFile, 'utf8'));
  return { components: [metadata.component, ...components], dependencies, direct: [metadata.component['bom-ref']] };
}

const npm = ofNpm();
const jar = ofJar();
const sbom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    lifecycles: [{ phase: 'build' }],
    component: {
      type: 'library',
      'bom-ref': purl,
      name: manifest.name,
      version: manifest.version,
      description: manifest.description,
      licenses: [{ license: { id: manifest.license } }],
      purl,
    },
  },
  components: [...npm.components, ...jar.components],
  dependencies: [{ ref: purl, dependsOn: [...npm.direct, ...jar.direct] }, ...npm.dependencies, ...jar.dependencies],
};
const file = tarball.replace(/\.tgz$/, '-cyclonedx.json');
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(file);
