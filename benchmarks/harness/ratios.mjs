// Ours divided by each peer's, in the same way and with the same compiler: below 1, ours is better.

const OURS = 'punctual';

const METRICS = ['wallMs', 'wallUs', 'cpuMs', 'cpuUs', 'peakKb'];

/**
 * @param of which value of each metric, the median or the least
 * @returns the ratio of each metric, or null if a result is ours or has no counterpart
 */
export function ratios(results, peer, of = 'median') {
  const ours = results.find(it => it.program === OURS && it.way === peer.way && it.compiler === peer.compiler);
  if (!ours || ours === peer) return null;
  return Object.fromEntries(METRICS.filter(metric => peer[metric])
    .map(metric => [metric, ours[metric][of] / peer[metric][of]]));
}
