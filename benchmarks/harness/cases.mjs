// What is measured.

const TIER_1 = 'tier 1';
const FULL = 'full JIT';

/** Cold starts: from exec to the first answer, with AWS's flags. */
const cold = records => ({
  id: `cold-${records}`, title: `Cold start, ${records === 1 ? 'one record' : `${records} records`}`,
  kind: 'json', first: records, ways: ['17', '17-cds', '25', '25-aot', 'native'], compilers: [TIER_1],
});

/** Steady state: what an invocation costs once a process is warm. */
const steady = (id, title, kind, batch, more = {}) => ({
  id, title, kind, first: 1, batch, ways: ['25', 'native'], compilers: [TIER_1, FULL], ...more,
});

export const cases = [
  cold(1),
  cold(100),
  steady('json-1', 'JSON, one record', 'json', 1),
  steady('json-10', 'JSON, batches of 10', 'json', 10),
  steady('json-100', 'JSON, batches of 100', 'json', 100),
  steady('json-1000', 'JSON, batches of 1,000', 'json', 1000, { ways: ['17', '25', 'native'] }),
  steady('json-10000', 'JSON, batches of 10,000', 'json', 10000),
  steady('protobuf-100', 'Protobuf, batches of 100', 'protobuf', 100),
  steady('protobuf-1000', 'Protobuf, batches of 1,000', 'protobuf', 1000, { ways: ['17', '25', 'native'] }),
  steady('json-1000-failing', 'JSON, batches of 1,000, of which 1 % fail', 'json', 1000, { failing: true }),
  steady('retry-10', 'Retry function, SQS batches of 10', 'retry', 10),
];

/** A few cases and ways, for a gate. */
export const quick = {
  programs: ['punctual', 'quarkus', 'plain'],
  cases: cases.filter(it => ['cold-100', 'json-1000', 'protobuf-1000'].includes(it.id))
    .map(it => ({ ...it, ways: it.batch ? ['25'] : ['17-cds', '25-aot'] })),
};

/** How often a program is started, and how many records its compilers have to settle, and count. */
export const effort = {
  full: { starts: { cold: 12, steady: 5 }, warmUps: 200_000, counted: 100_000 },
  quick: { starts: { cold: 6, steady: 3 }, warmUps: 100_000, counted: 50_000 },
};

/** How often a batch is given before what counts, and then. */
export const load = (batch, { warmUps, counted }) => {
  const invocations = records => Math.min(Math.max(Math.round(records / batch), 10), records / 20);
  return { warmUps: invocations(warmUps), counted: invocations(counted) };
};
