// The gate: ratios of processor time and of memory after a cold start, against those that were accepted. Of the
// least values, since what else a machine does only ever adds.
import { readFileSync, writeFileSync } from 'node:fs';
import { ratios } from './ratios.mjs';
import { ways } from './ways.mjs';

const TOLERANCE = 0.15;
const GATED = { cpuMs: 'processor time', cpuUs: 'processor time of a record', peakKb: 'peak memory' };

const keyOf = (it, peer, metric) => [it.id, peer.program, peer.way, peer.compiler, metric].join(' / ');

/** @returns the ratios of a run by what they are of, each with its words */
function gated(run) {
  const found = new Map();
  for (const it of run.cases) {
    for (const peer of it.results) {
      for (const [metric, ratio] of Object.entries(ratios(it.results, peer, 'min') ?? {})) {
        if (!GATED[metric] || (metric === 'peakKb' && it.batch)) continue;
        found.set(keyOf(it, peer, metric), {
          ratio, words: `${it.title}, ${ways[peer.way].label}, ${peer.compiler}: Punctual's ${GATED[metric]} ÷ that of ${peer.label}`,
        });
      }
    }
  }
  return found;
}

export function writeBaseline(file, run) {
  const rounded = [...gated(run)].map(([key, { ratio }]) => [key, Number(ratio.toFixed(3))]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
}

/** @returns a line for each ratio that is worse than its baseline by more than the tolerance, or has none */
export function regressions(file, run) {
  const baseline = JSON.parse(readFileSync(file, 'utf8'));
  return [...gated(run)].flatMap(([key, { ratio, words }]) => {
    const accepted = baseline[key];
    if (accepted === undefined) return [`${words} is ${ratio.toFixed(2)}, and the baseline has none`];
    return ratio > accepted * (1 + TOLERANCE)
      ? [`${words} is ${ratio.toFixed(2)}; the baseline is ${accepted.toFixed(2)}, and ${TOLERANCE * 100} % more are allowed`] : [];
  });
}
