// What Lambda would hand to the programs: batches of orders of about 300 bytes each, as Lambda writes them.

const arn = (service, name) => `arn:aws:${service}:us-east-1:123456789012:${name}`;

/** Orders whose prices differ; with FAILING, the quantity of every hundredth says that it cannot be handled. */
export const orders = (count, failing = false) => Array.from({ length: count }, (_, i) => ({
  orderId: `order-${String(i).padStart(8, '0')}`,
  customer: `customer-${(i * 7919) % 100000}`,
  restaurant: `flaky-trattoria-${i % 97}`,
  dish: ['Pizza Margherita', 'Spaghetti alle vongole', 'Tiramisù', 'Saltimbocca'][i % 4],
  note: 'Please ring twice, the bell is hard to hear; leave it at the door if nobody comes down in a few minutes.',
  quantity: failing && i % 100 === 50 ? -1 : 1 + (i % 5),
  cents: 890 + ((i * 31) % 4000),
  placedAt: 1_780_000_000_000 + i,
  express: i % 3 === 0,
}));

/** An order that asks for the checksum. */
export const lastOrder = () => ({ ...orders(1)[0], quantity: 0, cents: 0 });

const fails = order => order.quantity < 0;

/** What a program adds up. */
export const checksum = list => list.reduce((sum, order) => sum + (fails(order) ? 0 : order.cents), 0);

/** The ids of the orders that fail, of a stream. */
export const failures = list => list.flatMap((order, i) => (fails(order) ? [sequenceNumber(i)] : []));

const json = order => JSON.stringify(order);

const varint = value => {
  const bytes = [];
  for (let rest = BigInt(value); ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)];
    bytes.push(Number(rest & 127n) | 128);
  }
};

/** As order.proto has it. */
const protobuf = order => {
  const text = (field, value) => {
    const bytes = Buffer.from(value);
    return [...varint(field << 3 | 2), ...varint(bytes.length), ...bytes];
  };
  const number = (field, value) => (value ? [...varint(field << 3), ...varint(value)] : []);
  return Buffer.from([
    ...text(1, order.orderId), ...text(2, order.customer), ...text(3, order.restaurant), ...text(4, order.dish),
    ...text(5, order.note), ...number(6, order.quantity < 0 ? -2 * order.quantity - 1 : 2 * order.quantity),
    ...number(7, order.cents), ...number(8, order.placedAt), ...number(9, order.express ? 1 : 0),
  ]);
};

const sequenceNumber = i => `49590338271490256608559692538361571095921575989136${String(588898 + i).padStart(6, '0')}`;

const records = record => list => `{"Records":[${list.map(record).join(',')}]}`;

/** A stream's batch, in the layout of Lambda. */
const kinesis = (stream, data) => records((order, i) => `{"kinesis":{"kinesisSchemaVersion":"1.0",`
  + `"partitionKey":"${order.customer}","sequenceNumber":"${sequenceNumber(i)}",`
  + `"data":"${Buffer.from(data(order)).toString('base64')}",`
  + `"approximateArrivalTimestamp":${(Date.now() / 1000).toFixed(3)}},"eventSource":"aws:kinesis","eventVersion":"1.0",`
  + `"eventID":"shardId-000000000006:${sequenceNumber(i)}","eventName":"aws:kinesis:record",`
  + `"invokeIdentityArn":"arn:aws:iam::123456789012:role/orders","awsRegion":"us-east-1",`
  + `"eventSourceARN":"${arn('kinesis', `stream/${stream}`)}"}`);

/** A queue's batch. */
const sqs = (queue, body) => records((order, i) => JSON.stringify({
  messageId: `059f36b4-87a3-44ab-83d2-${String(i).padStart(12, '0')}`,
  receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a'.repeat(5),
  body: body(order, i),
  attributes: {
    ApproximateReceiveCount: '1', SentTimestamp: String(Date.now()), SenderId: 'AIDAIENQZJOLO23YVJ4VO',
    ApproximateFirstReceiveTimestamp: String(Date.now()),
  },
  messageAttributes: {},
  md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
  eventSource: 'aws:sqs',
  eventSourceARN: arn('sqs', queue),
  awsRegion: 'us-east-1',
}));

/** An order as Punctual parks it after one attempt: what it needs to go on, around the same payload. */
const parked = (order, i) => {
  const now = Date.now();
  const at = millis => new Date(now + millis).toISOString();
  return JSON.stringify({
    punctual: 'retry', version: 1, handler: 'OrderEvents.onOrder', countedFrom: at(-2000), deadline: at(12 * 3_600_000), parks: 1,
    redriveCount: 0, attemptCount: 1,
    attempts: [{
      number: 1, start: at(-1900), end: at(-1800), function: 'orders', requestId: '8476a536-e9f4-11e8-9739-2dfe598c3fcd',
      exception: 'java.io.IOException', message: 'the restaurant does not answer', fingerprint: '5f2b9d0c',
    }],
    event: {
      sourceKind: 'stream', sourceName: 'orders', sourceArn: arn('kinesis', 'stream/orders'), shardId: 'shardId-000000000006',
      sequenceNumber: sequenceNumber(i), partitionKey: order.customer, arrival: at(-2000), dataEncoding: 'text', data: json(order),
    },
  });
};

/** From orders to an event, by what the event carries. */
export const streamKinds = {
  json: kinesis('orders', json),
  protobuf: kinesis('orders-protobuf', protobuf),
};

export const kinds = { ...streamKinds, retry: sqs('orders-retry', json) };

/** Where the events of Punctual's functions are others. */
export const punctualKinds = { ...kinds, retry: sqs('orders-retry', parked) };
