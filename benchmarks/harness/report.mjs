// The tables of a run, in Markdown.
import { ways } from './programs.mjs';

const digits = (value, places) => value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });

const range = ({ median, min, max }, places) => `${digits(median, places)} (${digits(min, places)}–${digits(max, places)})`;

const table = (head, rows) => [head, head.map((_, i) => (i ? '--:' : '---')), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

/** What a key of the results says: program, way and compiler. */
const named = (key, programs) => {
  const [program, way, compiler] = key.split('/');
  return { program, way, compiler, label: programs.find(it => it.id === program).label };
};

/** Ours divided by a peer's, in the same way. */
const ratio = (results, key, metric) => {
  const ours = results[key.replace(/^[^/]+/, 'punctual')];
  return ours && !key.startsWith('punctual') ? digits(ours[metric].median / results[key][metric].median, 2) : '';
};

const cold = (it, programs) => table(
  ['', 'wall ms', 'CPU ms', 'peak MB', 'Punctual ÷ this: wall', 'CPU', 'memory'],
  Object.entries(it.results).map(([key, result]) => {
    const { label, way } = named(key, programs);
    return [way ? `${label}, ${ways[way].label}` : label, range(result.wallMs, 1), range(result.cpuMs, 1),
      digits(result.peakKb.median / 1024, 0), ratio(it.results, key, 'wallMs'), ratio(it.results, key, 'cpuMs'),
      ratio(it.results, key, 'peakKb')];
  }));

const steady = (it, programs) => table(
  ['', 'CPU µs a record', 'wall µs a record', 'peak MB', 'this ÷ Punctual: CPU', 'wall'],
  Object.entries(it.results).map(([key, result]) => {
    const { label, way, compiler } = named(key, programs);
    const inverse = metric => {
      const value = ratio(it.results, key, metric);
      return value && digits(1 / Number(result && it.results[key.replace(/^[^/]+/, 'punctual')][metric].median / result[metric].median), 1);
    };
    return [way ? `${label}, ${ways[way].label}, ${compiler === 'full' ? 'full JIT' : 'tier 1'}` : label, range(result.cpuUs, 2),
      range(result.wallUs, 2), digits(result.peakKb.median / 1024, 0), inverse('cpuUs'), inverse('wallUs')];
  }));

export const report = (run, programs) => `${run.cases.map(it => `## ${it.title}\n\n${(it.batch ? steady : cold)(it, programs)}\n`).join('\n')}`;
