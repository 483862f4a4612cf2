// Starts one program once, under the fake Runtime API, and checks what it answers and adds up.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { checksum } from './events.mjs';

const run = promisify(execFile);

/** What Lambda tells a function of 1,024 MB; nothing of the caller's environment but the path. */
const environment = {
  PATH: process.env.PATH,
  TZ: 'UTC',
  LANG: 'C.UTF-8',
  AWS_EXECUTION_ENV: 'AWS_Lambda_java',
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
 * @param tools where the Runtime API is
 * @param command what to start
 * @param events files and orders: first, last and, for a steady state, steady
 * @param load warmUps and counted invocations of the steady event
 * @param failures the ids that an answer must name, or null where they are not the program's to name
 */
export async function start(tools, { command, cwd, env = {} }, events, load, expected) {
  const steady = events.steady ? ['-w', load.warmUps, '-n', load.counted, '-s', events.steady.file] : [];
  const { stdout } = await run(tools.runtimeApi, [...steady, events.first.file, events.last.file, '--', ...command],
    { cwd, env: { ...environment, ...env }, maxBuffer: 1 << 26 }).catch(error => {
    throw new Error(`${command[0]} … ${command.at(-1)}: ${error.stderr || error.message}`);
  });
  const measured = JSON.parse(stdout);
  const sum = checksum(events.first.orders)
    + (events.steady ? (load.warmUps + load.counted) * checksum(events.steady.orders) : 0);
  require(measured.checksum === sum, command, `added up ${measured.checksum} cents, but the orders cost ${sum}`);
  for (const [phase, event] of [['first', events.first], ['steady', events.steady]]) {
    if (event) requireFailures(command, measured[phase].answer, expected(event.orders));
  }
  return measured;
}

function requireFailures(command, answer, ids) {
  const parsed = JSON.parse(answer);
  const named = (parsed?.batchItemFailures ?? []).map(failure => failure.itemIdentifier);
  require(named.length === ids.length && ids.every(id => named.includes(id)), command,
    `answered ${answer}, but these fail: [${ids}]`);
}

function require(holds, command, what) {
  if (!holds) throw new Error(`${command[0]} … ${command.at(-1)} ${what}`);
}
