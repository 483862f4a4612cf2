// What is measured.

/** Cold starts: from exec to the first answer, with AWS's flags. */
const cold = (records, more = {}) => ({
  id: `cold-${records}`, title: `Cold start, ${records === 1 ? 'one record' : `${records} records`}`,
  kind: 'json', first: records, ways: ['17', '17-cds', '25', '25-aot'], ...more,
});

/** Steady state: after WARM_UP records, COUNTED records, in batches of one size. */
const steady = (id, title, kind, batch, more = {}) => ({
  id, title, kind, first: 1, batch, full: [false, true], ways: ['25'], ...more,
});

export const cases = [
  cold(1),
  cold(100),
  steady('steady-json-100', 'JSON, batches of 100', 'json', 100),
  steady('steady-json-1000', 'JSON, batches of 1,000', 'json', 1000),
  steady('steady-protobuf-100', 'Protobuf, batches of 100', 'protobuf', 100),
  steady('steady-protobuf-1000', 'Protobuf, batches of 1,000', 'protobuf', 1000),
];

/** How often a steady state's batch is given: enough records for the compilers to settle, and never fewer than some batches. */
export const load = (batch, quick) => {
  const records = quick ? 50_000 : 300_000;
  const invocations = Math.min(Math.max(Math.round(records / batch), 20), quick ? 3_000 : 20_000);
  return { warmUps: invocations, counted: invocations };
};
