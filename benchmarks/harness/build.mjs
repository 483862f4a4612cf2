// Builds the tools and the programs.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAMS = ['punctual', 'stock-quarkus', 'plain-java'];

/** @returns where the tools are */
export function build(root, target) {
  mkdirSync(target, { recursive: true });
  const compile = (source, name) => {
    const binary = join(target, name);
    execFileSync('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', '-o', binary, join(root, 'benchmarks', source)], { stdio: 'inherit' });
    return binary;
  };
  maven(root);
  return { runtimeApi: compile('harness/runtime-api.c', 'runtime-api'), floor: compile('programs/floor/floor.c', 'floor') };
}

function maven(root) {
  execFileSync(join(root, 'mvnw'), ['-B', '-ntp', '-q', '-Pbenchmarks', '-pl', PROGRAMS.map(name => `benchmarks/programs/${name}`).join(), '-am', 'package',
    '-DskipTests', '-DskipITs', '-Djacoco.skip', '-DskipExtensionValidation'], { cwd: root, stdio: 'inherit' });
}
