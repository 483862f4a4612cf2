// Runs a case: trains the caches, then lets the programs take turns.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './cases.mjs';
import { lastOrder, orders } from './events.mjs';
import { start } from './measure.mjs';
import { onJvm } from './programs.mjs';
import { startQueues } from './queues.mjs';
import { compilerFlags, ways } from './ways.mjs';

/**
 * @param setting folder for events and caches, tools, jdks, programs, effort, and what is said
 * @returns a summary for each program, way and compiler
 */
export async function runCase(it, setting) {
  const queues = it.failing && await startQueues(setting.root, setting.jdks);
  try {
    const turns = [];
    for (const turn of turnsOf(it, setting)) turns.push(await prepared(turn, it, setting, queues));
    const starts = setting.effort.starts[it.batch ? 'steady' : 'cold'];
    for (let i = 1; i <= starts; i++) {
      for (const turn of turns) {
        turn.runs.push(await start(setting.tools.runtimeApi, turn.program, turn.events, load(it.batch, setting.effort)));
      }
      setting.say(`  ${it.title}: ${i} of ${starts}`);
    }
    return { id: it.id, title: it.title, batch: it.batch, starts, results: turns.map(turn => result(turn, it)) };
  } finally {
    queues?.end();
  }
}

/** Each program in each way and with each compiler; a binary has neither. */
const turnsOf = (it, { programs, jdks }) => it.compilers.flatMap((compiler, round) => programs.filter(program => program.kinds[it.kind]).flatMap(program => it.ways
  .filter(way => (way === 'native' ? program.binary && round === 0 : program.classPath && jdks[ways[way].jdk]))
  .map(way => ({ source: program, way, compiler: way === 'native' ? undefined : compiler }))));

async function prepared(turn, it, setting, queues) {
  const { source, way } = turn;
  const events = eventsOf(it, source, setting.folder);
  const command = flags => (way === 'native' ? [source.binary]
    : onJvm(source, setting.jdks[ways[way].jdk].java, [...compilerFlags[turn.compiler], ...flags], it.kind));
  const program = flags => ({
    name: `${source.label}, ${ways[way].label}`, command: command(flags), namesFailures: source.namesFailures,
    env: { ...source.env(it.kind), ...(queues && !source.namesFailures ? queues.env : {}) },
  });
  if (!ways[way].train) return { ...turn, events, runs: [], program: program([]) };
  const cache = join(setting.folder, `${source.id}-${way}-${it.id}.cache`);
  setting.say(`  training ${program([]).name}`);
  await start(setting.tools.runtimeApi, program(ways[way].train(cache)), { ...events, steady: events.first }, { warmUps: 10, counted: 10 });
  return { ...turn, events, runs: [], program: program(ways[way].use(cache)) };
}

function eventsOf(it, program, folder) {
  const written = (name, list) => {
    const file = join(folder, `${program.id}-${it.id}-${name}.json`);
    writeFileSync(file, program.kinds[it.kind](list));
    return { file, orders: list };
  };
  return {
    first: written('first', orders(it.first)),
    last: written('last', [lastOrder()]),
    ...(it.batch ? { steady: written('steady', orders(it.batch, it.failing)) } : {}),
  };
}

/** Of cold starts, milliseconds and kilobytes; of a steady state, microseconds of a record. */
function result({ source, way, compiler, runs }, it) {
  const of = pick => summary(runs.map(pick));
  const measured = it.batch
    ? {
      wallUs: of(run => run.steady.wallMs * 1000 / it.batch), cpuUs: of(run => run.steady.cpuMs * 1000 / it.batch),
      peakKb: of(run => run.steady.peakKb),
    }
    : { wallMs: of(run => run.first.wallMs), cpuMs: of(run => run.first.cpuMs), peakKb: of(run => run.first.peakKb) };
  return { program: source.id, label: source.label, way: source.classPath ? way : undefined, compiler, ...measured };
}

export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1) };
}
