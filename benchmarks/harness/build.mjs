// Builds the tools and the programs.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['punctual', 'stock-quarkus', 'plain-java', 'queues'];
const NATIVE = ['punctual', 'stock-quarkus'];

/** @returns where the tools and the binaries are; without a native-image on the path, no native one of Quarkus */
export function build(root, folder, say) {
  mkdirSync(folder, { recursive: true });
  const compile = (source, name) => {
    const binary = join(folder, name);
    execFileSync('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', '-o', binary, join(root, 'benchmarks', source)], { stdio: 'inherit' });
    return binary;
  };
  const native = nativeImage() ? nativePrograms(root, folder) : undefined;
  if (!native) say('native: skipped, there is no native-image on the path');
  maven(root, PROGRAMS);
  return { runtimeApi: compile('harness/runtime-api.c', 'runtime-api'), floor: compile('programs/floor/floor.c', 'floor'), native };
}

const nativeImage = () => process.env.PATH.split(delimiter).some(folder => existsSync(join(folder, 'native-image')));

function maven(root, programs, ...options) {
  execFileSync(join(root, 'mvnw'), ['-B', '-ntp', '-q', '-Pbenchmarks', '-pl', programs.map(name => `benchmarks/programs/${name}`).join(),
    '-am', 'package', '-DskipTests', '-DskipITs', '-Djacoco.skip', '-DskipExtensionValidation', ...options],
  { cwd: root, stdio: ['ignore', 2, 2] });
}

/** @returns the binary of each program, beside what the next build overwrites */
function nativePrograms(root, folder) {
  maven(root, NATIVE, '-Dquarkus.native.enabled=true', '-Dquarkus.package.jar.enabled=false');
  return Object.fromEntries(NATIVE.map(name => {
    const target = join(root, 'benchmarks', 'programs', name, 'target');
    const binary = join(folder, `${name}-native`);
    copyFileSync(join(target, readdirSync(target).find(file => file.endsWith('-runner'))), binary);
    return [name, binary];
  }));
}
