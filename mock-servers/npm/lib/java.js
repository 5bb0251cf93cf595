import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = 17;
const here = dirname(fileURLToPath(import.meta.url));

/** Where the process and its flags are, in the package. */
export const JAR = join(here, 'forecourt-mocks.jar');
export const FLAGS = join(here, 'jvm.options');

/** No Java, or one that is too old: the message says what to do. */
export class JavaMissing extends Error {
  constructor(found) {
    super(
      `forecourt-mocks needs Java ${OLDEST} or newer, and ${found}. ` +
        'Install one (https://adoptium.net, or: apt-get install openjdk-17-jre-headless, brew install openjdk), ' +
        'or name the one you have: JAVA_HOME=/path/to/jdk',
    );
    this.name = 'JavaMissing';
  }
}

/** The Java to use: that of JAVA_HOME if it is set, else that of the PATH. Throws JavaMissing. */
export function findJava(environment = process.env) {
  const home = environment.JAVA_HOME;
  const java = home ? join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java') : 'java';
  if (home && !existsSync(java)) {
    throw new JavaMissing(`JAVA_HOME is ${home}, where there is no bin/java`);
  }
  const asked = spawnSync(java, ['-XshowSettings:properties', '-version'], { encoding: 'utf8', env: environment });
  if (asked.error) {
    throw new JavaMissing('there is none on the PATH');
  }
  const version = /java\.specification\.version = ([\d.]+)/.exec(asked.stderr + asked.stdout)?.[1];
  const major = Number(version?.replace(/^1\./, ''));
  if (!(major >= OLDEST)) {
    throw new JavaMissing(`${java} is ${version ? `version ${version}` : 'no Java that answers'}`);
  }
  return java;
}
