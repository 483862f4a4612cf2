// Starts one program once, under the fake Runtime API, and checks what it answers and adds up.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { checksum, failures } from './events.mjs';

const run = promisify(execFile);

/** What Lambda tells a function of 1,024 MB; nothing of the caller's environment but the path. */
const environment = {
  PATH: process.env.PATH,
  TZ: 'UTC',
  LANG: 'C.UTF-8',
  AWS_LAMBDA_FUNCTION_NAME: 'orders',
  AWS_LAMBDA_FUNCTION_VERSION: '1',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
  AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/orders',
  AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'benchmark',
  AWS_SECRET_ACCESS_KEY: 'benchmark',
};

/**
 * One start of one program.
 *
 * @param runtimeApi the fake Runtime API
 * @param program its name, command, environment, and whether it names the orders that fail in its answer
 * @param events first, last and, for a steady state, steady; each with its file and its orders
 * @param load warm-ups and counted invocations of the steady event
 */
export async function start(runtimeApi, program, events, load) {
  const steady = events.steady ? ['-w', load.warmUps, '-n', load.counted, '-s', events.steady.file] : [];
  const options = { env: { ...environment, ...program.env }, maxBuffer: 1 << 26 };
  const ended = await run(runtimeApi, [...steady, events.first.file, events.last.file, '--', ...program.command], options)
    .catch(error => fail(program, error.stderr || error.message));
  const measured = JSON.parse(ended.stdout);
  const sum = checksum(events.first.orders)
    + (events.steady ? (load.warmUps + load.counted) * checksum(events.steady.orders) : 0);
  if (measured.checksum !== sum) fail(program, `added up ${measured.checksum} cents, but the orders cost ${sum}`);
  for (const phase of ['first', 'steady'].filter(it => events[it])) {
    checkAnswer(program, measured[phase].answer, program.namesFailures ? failures(events[phase].orders) : []);
  }
  return measured;
}

function checkAnswer(program, answer, ids) {
  const named = (JSON.parse(answer)?.batchItemFailures ?? []).map(failure => failure.itemIdentifier);
  if (named.length !== ids.length || !ids.every(id => named.includes(id))) {
    fail(program, `answered ${answer}, but these orders fail: [${ids}]`);
  }
}

function fail(program, what) {
  throw new Error(`${program.name}: ${what}\n${program.command.join(' ')}`);
}
