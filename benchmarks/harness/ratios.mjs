// Ours divided by each peer's, in the same way and with the same compiler: below 1, ours is better.

export const OURS = 'punctual';

/** What counts in ratios; wall time is told, too, but moves with what else the machine does. */
export const METRICS = ['wallMs', 'wallUs', 'cpuMs', 'cpuUs', 'peakKb'];

/** @returns the ratio of each metric, or null if a result is ours or has no counterpart */
export function ratios(results, peer) {
  const ours = results.find(it => it.program === OURS && it.way === peer.way && it.compiler === peer.compiler);
  if (!ours || ours === peer) return null;
  return Object.fromEntries(METRICS.filter(metric => peer[metric])
    .map(metric => [metric, ours[metric].median / peer[metric].median]));
}
