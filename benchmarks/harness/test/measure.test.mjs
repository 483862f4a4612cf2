import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { kinds, lastOrder, orders } from '../events.mjs';
import { start } from '../measure.mjs';

const harness = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'measure-'));
after(() => rmSync(folder, { recursive: true }));

const compiled = (source, name) => {
  execFileSync('gcc', ['-O2', '-o', join(folder, name), source]);
  return join(folder, name);
};
const runtimeApi = compiled(join(harness, 'runtime-api.c'), 'runtime-api');
const floor = compiled(join(harness, '..', 'programs', 'floor', 'floor.c'), 'floor');

const event = (name, list, kind = 'json') => {
  writeFileSync(join(folder, name), kinds[kind](list));
  return { file: join(folder, name), orders: list };
};
const events = (list, kind) => ({
  first: event('first', orders(1), kind), steady: event('steady', list, kind), last: event('last', [lastOrder()], kind),
});
const program = (command, more = {}) => ({ name: 'program', command, env: {}, namesFailures: true, ...more });
const load = { warmUps: 2, counted: 3 };

for (const kind of ['json', 'protobuf']) {
  test(`measures a program that handles every order in ${kind}`, async () => {
    const measured = await start(runtimeApi, program([floor]), events(orders(1000, true), kind), load);

    assert.ok(measured.first.wallMs > 0 && measured.first.cpuMs > 0 && measured.steady.cpuMs > 0 && measured.steady.peakKb > 0);
    assert.equal(JSON.parse(measured.steady.answer).batchItemFailures.length, 10);
  });
}

test('refuses a program that leaves out orders', async () => {
  const claimed = { ...events(orders(10)), steady: { ...event('steady', orders(10)), orders: orders(11) } };

  await assert.rejects(start(runtimeApi, program([floor]), claimed, load), /added up \d+ cents, but the orders cost \d+/);
});

test('refuses an answer that names other orders than those that fail', async () => {
  await assert.rejects(start(runtimeApi, program([floor], { namesFailures: false }), events(orders(100, true)), load),
    /but these orders fail: \[\]/);
});

test('tells what a program printed that ends by itself', async () => {
  await assert.rejects(start(runtimeApi, program(['sh', '-c', 'echo no memory left']), events(orders(1)), load),
    /the program has ended[^]*no memory left/);
});
