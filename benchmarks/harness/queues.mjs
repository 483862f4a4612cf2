// SQS on 127.0.0.1, for dead letters: Punctual's own local endpoints, in a process of their own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @returns what tells a function where its queues are, and what ends them */
export async function startQueues(root, jdks) {
  const target = join(root, 'benchmarks', 'programs', 'queues', 'target');
  const jar = readdirSync(target).find(name => name.endsWith('.jar'));
  const java = Object.values(jdks)[0].java;
  const endpoint = spawn(java, ['-Xmx512m', '-cp', `${join(target, jar)}:${join(target, 'lib', '*')}`,
    'dev.punctual.benchmarks.queues.Queues', 'orders-dead-letter'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [uri] = await Promise.race([once(endpoint.stdout, 'data'),
    once(endpoint, 'exit').then(() => { throw new Error('the queues could not be started'); })]);
  return { env: { QUARKUS_SQS_ENDPOINT_OVERRIDE: String(uri).trim() }, end: () => endpoint.stdin.end() };
}
