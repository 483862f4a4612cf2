// Medians with their ranges, and ratios of medians.

export const median = values => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** @returns median, least and greatest */
export const summary = values => ({ median: median(values), min: Math.min(...values), max: Math.max(...values) });
