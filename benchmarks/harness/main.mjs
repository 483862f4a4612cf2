// benchmarks/run: whole programs, side by side.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { regressions, writeBaseline } from './baseline.mjs';
import { build } from './build.mjs';
import { cases, effort as efforts, quick } from './cases.mjs';
import { jdks } from './jdks.mjs';
import { programs } from './programs.mjs';
import { page, tables } from './report.mjs';
import { runCase } from './run.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'benchmarks', 'target', 'side-by-side');
const baseline = join(root, 'benchmarks', 'baseline.json');
const results = join(root, 'benchmarks', 'results', 'cold-and-steady.md');

const HELP = `Usage: benchmarks/run [--quick] [--only PROGRAM,...] [--cases CASE,...] [--starts N]
                      [--json FILE] [--check | --write-baseline]

Compares whole programs that do the same work: they decode a batch of orders, handle each, and answer which of them failed.
A Lambda Runtime API on 127.0.0.1 starts them, one after another in turns, and measures them from outside. A run of
everything writes benchmarks/results/cold-and-steady.md; any run prints its tables.

  --quick           fewer programs, cases and starts; some three minutes
  --only            of ${programs(root, {}).map(it => it.id).join(', ')}
  --cases           of ${cases.map(it => it.id).join(', ')}
  --starts N        how often each program is started, instead of 12 times for cold starts and 5 for steady states
  --json FILE       all medians, least and greatest values; written again after each case
  --check           fail if a ratio, ours ÷ a peer's, is more than 15 % above benchmarks/baseline.json
  --write-baseline  accept the ratios of this run
  --help            this text

Environment:
  JAVA_HOMES  JDKs, separated by colons; JAVA_HOME and those in /usr/lib/jvm if left out. 17 and 25 are used

Examples:
  benchmarks/run --quick --check
  benchmarks/run --only punctual,plain --cases json-1000 --starts 3
`;

const OPTIONS = {
  quick: { type: 'boolean' }, only: { type: 'string' }, cases: { type: 'string' }, starts: { type: 'string' }, json: { type: 'string' },
  check: { type: 'boolean' }, 'write-baseline': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
};

const say = text => process.stderr.write(`${text}\n`);

/** The ids that an option lists; without it, the usual ones. */
function chosen(list, option, usual) {
  const ids = list.map(it => it.id);
  const unknown = option?.split(',').filter(id => !ids.includes(id)) ?? [];
  if (unknown.length) throw new Error(`there is no ${unknown.join(', ')}; there are ${ids.join(', ')}`);
  return option?.split(',') ?? usual ?? ids;
}

async function main(options) {
  const known = options.quick ? quick.cases : cases;
  const caseIds = chosen(known, options.cases);
  const programIds = chosen(programs(root, {}), options.only, options.quick && quick.programs);
  mkdirSync(folder, { recursive: true });
  say('Building ...');
  const tools = build(root, folder, say);
  const setting = {
    root, folder, say, tools, jdks: jdks(), effort: effort(options),
    programs: programs(root, tools).filter(it => programIds.includes(it.id)),
  };
  const versions = Object.fromEntries(Object.entries(setting.jdks).map(([release, jdk]) => [release, jdk.version]));
  const run = { jdks: versions, cores: cpus().length, effort: setting.effort, cases: [] };
  for (const it of known.filter(each => caseIds.includes(each.id))) {
    run.cases.push(await runCase(it, setting));
    if (options.json) writeFileSync(options.json, `${JSON.stringify(run, null, 2)}\n`);
  }
  process.stdout.write(tables(run));
  if (!options.quick && !options.only && !options.cases) writeFileSync(results, page(run));
  if (options['write-baseline']) writeBaseline(baseline, run);
  if (options.check) check(run);
}

/** What the options ask for. */
function effort(options) {
  const usual = options.quick ? efforts.quick : efforts.full;
  const starts = options.starts && Number(options.starts);
  return starts ? { ...usual, starts: { cold: starts, steady: starts } } : usual;
}

function check(run) {
  const worse = regressions(baseline, run);
  if (worse.length === 0) return;
  say(`\n${worse.join('\n')}\nMend what made it slower, or accept it: benchmarks/run --quick --write-baseline`);
  process.exitCode = 1;
}

try {
  const { values: options } = parseArgs({ options: OPTIONS });
  if (options.help) process.stdout.write(HELP);
  else await main(options);
} catch (error) {
  say(`benchmarks/run: ${error.message}`);
  process.exitCode = 1;
}
