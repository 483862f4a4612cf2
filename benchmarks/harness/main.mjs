// benchmarks/run: whole programs, side by side.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { cases as allCases, load } from './cases.mjs';
import { kinds, lastOrder, orders } from './events.mjs';
import { start } from './measure.mjs';
import { command, jdks, programs as allPrograms, ways } from './programs.mjs';
import { report } from './report.mjs';
import { summary } from './statistics.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'benchmarks', 'target', 'side-by-side');

const HELP = `Usage: benchmarks/run [--quick] [--only PROGRAM,...] [--cases CASE,...] [--starts N] [--json FILE]

Compares whole programs that do the same work: a batch of orders is decoded, each order is handled, and a partial batch
response is answered. Each is started by a Lambda Runtime API on 127.0.0.1, which measures it from outside. The programs take
turns: all of them once, then again.

  --quick       fewer programs, cases and starts; some three minutes
  --only        punctual, quarkus, plain, floor
  --cases       ${allCases.map(it => it.id).join(', ')}
  --starts N    starts of each program that count
  --json FILE   everything that was measured
  --help        this text

Environment:
  JAVA_HOMES  JDKs, separated by colons; JAVA_HOME and those below /usr/lib/jvm if left out. 17 and 25 are used
`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' }, only: { type: 'string' }, cases: { type: 'string' }, starts: { type: 'string' },
    json: { type: 'string' }, help: { type: 'boolean', short: 'h' }, 'skip-build': { type: 'boolean' },
  },
});
if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const say = text => process.stderr.write(`${text}\n`);

/** Keeps those that an option names; all without it. */
function chosen(list, option, name) {
  if (!options[option]) return list;
  const ids = options[option].split(',');
  const unknown = ids.filter(id => !list.some(it => it.id === id));
  if (unknown.length) throw new Error(`--${option}: no ${name} is called ${unknown}; there are ${list.map(it => it.id).join(', ')}`);
  return list.filter(it => ids.includes(it.id));
}

/** An event in a file. */
function written(name, kind, list) {
  const file = join(target, `${name}.json`);
  writeFileSync(file, kinds[kind](list));
  return { file, orders: list };
}

function events(it) {
  const steady = it.batch && orders(it.batch, { failing: it.failing });
  return {
    first: written(`${it.id}-first`, it.kind, orders(it.first)),
    last: written(`${it.id}-last`, it.kind, [lastOrder()]),
    steady: steady && written(`${it.id}-steady`, it.kind, steady),
  };
}

/** Everything of one case that takes turns. */
function turns(it, programs, found) {
  return (it.full ?? [false]).flatMap(full => programs.flatMap(program => program.native
    ? (full === (it.full ?? [false])[0] ? [{ program, way: null, full: false, key: program.id }] : [])
    : it.ways.filter(way => found[ways[way].jdk]).map(way => ({
      program, way, full, key: `${program.id}/${way}${it.full ? (full ? '/full' : '/tier1') : ''}`,
    }))));
}

/** Trains the cache of a turn by the same events, once. */
async function train(turn, it, tools, files, found) {
  const way = ways[turn.way];
  if (!way?.train) return [];
  const cache = join(target, `${turn.program.id}-${turn.way}-${it.id}.cache`);
  say(`  training ${turn.program.label}, ${way.label}`);
  await start(tools, command(turn.program, way, it.kind, found[way.jdk], { flags: way.train(cache) }),
    { ...files, steady: files.first }, { warmUps: 10, counted: 10 }, () => []);
  return way.use(cache);
}

async function measure(it, programs, tools, found) {
  const files = events(it);
  const all = turns(it, programs, found);
  for (const turn of all) turn.flags = await train(turn, it, tools, files, found);
  const starts = Number(options.starts ?? (it.batch ? (options.quick ? 2 : 5) : (options.quick ? 4 : 12)));
  const results = Object.fromEntries(all.map(turn => [turn.key, []]));
  for (let i = 0; i < starts; i++) {
    for (const { program, way, full, key, flags } of all) {
      const what = command(program, ways[way], it.kind, way && found[ways[way].jdk], { full, flags });
      results[key].push(await start(tools, what, files, it.batch && load(it.batch, options.quick), () => []));
    }
    say(`  ${it.title}: ${i + 1} of ${starts}`);
  }
  return { id: it.id, title: it.title, batch: it.batch, starts, results: Object.fromEntries(
    Object.entries(results).map(([key, list]) => [key, summarised(list, it)])) };
}

/** Milliseconds and kilobytes of cold starts; of steady states, microseconds a record. */
function summarised(list, it) {
  const of = pick => summary(list.map(pick));
  return it.batch
    ? {
      cpuUs: of(run => run.steady.cpuMs * 1000 / it.batch), wallUs: of(run => run.steady.wallMs * 1000 / it.batch),
      peakKb: of(run => run.steady.peakKb),
    }
    : { wallMs: of(run => run.first.wallMs), cpuMs: of(run => run.first.cpuMs), peakKb: of(run => run.first.peakKb) };
}

mkdirSync(target, { recursive: true });
say('Building ...');
const tools = options['skip-build']
  ? { runtimeApi: join(target, 'runtime-api'), floor: join(target, 'floor') }
  : build(root, target);
const found = jdks();
const programs = chosen(allPrograms(root, tools), 'only', 'program');
const measured = [];
for (const it of chosen(allCases, 'cases', 'case')) {
  say(it.title);
  measured.push(await measure(it, programs, tools, found));
}
const run = { jdks: Object.fromEntries(Object.entries(found).map(([major, jdk]) => [major, jdk.version])), cases: measured };
process.stdout.write(report(run, programs));
if (options.json) writeFileSync(options.json, `${JSON.stringify(run, null, 2)}\n`);
