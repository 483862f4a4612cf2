// The tables of a run, in Markdown.
import { ratios } from './ratios.mjs';
import { LAMBDA_FLAGS, ways } from './ways.mjs';

const number = (value, places) => value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });

const range = ({ median, min, max }, places) => `${number(median, places)} (${number(min, places)}–${number(max, places)})`;

const table = (head, rows) => [head, head.map((_, i) => (i ? '--:' : '---')), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

const name = result => [result.label, result.way && ways[result.way].label, result.compiler && result.way && result.compiler]
  .filter(Boolean).join(', ');

const columns = {
  cold: {
    head: ['', 'wall ms', 'CPU ms', 'peak MB', 'Punctual ÷ this: wall', 'CPU', 'memory'],
    cells: result => [range(result.wallMs, 1), range(result.cpuMs, 1)],
    ratios: found => [found.wallMs, found.cpuMs, found.peakKb].map(ratio => number(ratio, 2)),
  },
  steady: {
    head: ['', 'CPU µs a record', 'wall µs a record', 'peak MB', 'this ÷ Punctual: CPU', 'wall'],
    cells: result => [range(result.cpuUs, 2), range(result.wallUs, 2)],
    ratios: found => [found.cpuUs, found.wallUs].map(ratio => number(1 / ratio, 2)),
  },
};

function section(it) {
  const { head, cells, ratios: compared } = columns[it.batch ? 'steady' : 'cold'];
  const rows = it.results.map(result => {
    const found = ratios(it.results, result);
    return [name(it.batch ? result : { ...result, compiler: undefined }), ...cells(result), number(result.peakKb.median / 1024, 0),
      ...(found ? compared(found) : head.slice(4).map(() => ''))];
  });
  return `## ${it.title}\n\n${it.starts} starts of each.\n\n${table(head, rows)}\n`;
}

/** All tables of a run. */
export const tables = run => run.cases.map(section).join('\n');

/** The page of a full run. */
export const page = run => `# Whole programs, side by side

Written by \`benchmarks/run\`; [docs/performance.md](../../docs/performance.md) tells what is measured and how.

JDK ${Object.values(run.jdks).join(' and ')} on ${run.cores} cores. The programs take turns. A steady state counts ${number(run.effort.counted, 0)} records of each start, after
${number(run.effort.warmUps, 0)} that do not count. Medians, in brackets the least and the greatest. Flags: \`${LAMBDA_FLAGS.join(' ')}\`; for the full JIT without \`TieredStopAtLevel\`.
A record's order is about 300 bytes of JSON, and about 190 of Protobuf.

${tables(run)}`;
