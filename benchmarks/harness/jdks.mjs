// JDKs on this machine, by version.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const INSTALLED = '/usr/lib/jvm';

const homes = () => process.env.JAVA_HOMES?.split(':')
  ?? [process.env.JAVA_HOME, ...(existsSync(INSTALLED) ? readdirSync(INSTALLED).sort().map(name => join(INSTALLED, name)) : [])];

/** @returns the java program and the version of each JDK, by its feature release */
export function jdks() {
  const found = {};
  for (const home of homes().filter(it => it && existsSync(join(it, 'bin', 'java')) && existsSync(join(it, 'release')))) {
    const version = /^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(join(home, 'release'), 'utf8'))[1];
    found[version.split('.')[0]] ??= { java: join(home, 'bin', 'java'), version };
  }
  return found;
}
