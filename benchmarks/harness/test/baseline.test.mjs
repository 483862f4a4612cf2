import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { regressions, writeBaseline } from '../baseline.mjs';

const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
const file = join(folder, 'baseline.json');
after(() => rmSync(folder, { recursive: true }));

const value = least => ({ median: least * 2, min: least, max: least * 3 });

const run = (ours, memory = 60_000) => ({
  cases: [{
    id: 'cold-100', title: 'Cold start, 100 records',
    results: [
      { program: 'punctual', label: 'Punctual', way: '25', compiler: 'tier 1', cpuMs: value(ours), wallMs: value(ours), peakKb: value(memory) },
      { program: 'plain', label: 'Plain Java', way: '25', compiler: 'tier 1', cpuMs: value(100), wallMs: value(1), peakKb: value(60_000) },
    ],
  }],
});

test('ratios up to the tolerance pass', () => {
  writeBaseline(file, run(50));

  assert.deepEqual(regressions(file, run(57)), []);
});

test('a ratio beyond the tolerance is told with what it is of', () => {
  writeBaseline(file, run(50));

  assert.deepEqual(regressions(file, run(58)),
    ["Cold start, 100 records, 25, tier 1: Punctual's processor time ÷ that of Plain Java is 0.58; the baseline is 0.50, and 15 % more are allowed"]);
});

test('more memory after a cold start is told', () => {
  writeBaseline(file, run(50));

  assert.match(regressions(file, run(50, 80_000))[0], /peak memory ÷ that of Plain Java is 1\.33/);
});

test('what the baseline does not know is told', () => {
  writeBaseline(file, { cases: [] });

  assert.match(regressions(file, run(50))[0], /the baseline has none/);
});
