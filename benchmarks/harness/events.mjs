// What Lambda would hand to the programs: batches of orders of about 300 bytes each, as Lambda writes them.

const arn = (service, name) => `arn:aws:${service}:us-east-1:123456789012:${name}`;

/** Orders whose prices differ; every hundredth fails if asked for, which its quantity tells. */
export const orders = (count, { failing = false } = {}) => Array.from({ length: count }, (_, i) => ({
  orderId: `order-${String(i).padStart(8, '0')}`,
  customer: `customer-${(i * 7919) % 100000}`,
  restaurant: `flaky-trattoria-${i % 97}`,
  dish: ['Pizza Margherita', 'Spaghetti alle vongole', 'Tiramisù', 'Saltimbocca'][i % 4],
  note: 'Please ring twice, the bell is hard to hear; leave it at the door if nobody comes down.',
  quantity: failing && i % 100 === 50 ? -1 : 1 + (i % 5),
  cents: 890 + ((i * 31) % 4000),
  placedAt: 1_780_000_000_000 + i,
  express: i % 3 === 0,
}));

/** An order that asks for the checksum. */
export const lastOrder = () => ({ ...orders(1)[0], quantity: 0, cents: 0 });

/** What a program adds up. */
export const checksum = list => list.reduce((sum, order) => sum + (order.quantity < 0 ? 0 : order.cents), 0);

const json = order => Buffer.from(JSON.stringify(order));

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

export const sequenceNumber = i => `49590338271490256608559692538361571095921575989136${String(588898 + i).padStart(6, '0')}`;

const kinesisRecord = (stream, data, now) => (order, i) => `{"kinesis":{"kinesisSchemaVersion":"1.0",`
  + `"partitionKey":"${order.customer}","sequenceNumber":"${sequenceNumber(i)}","data":"${data(order).toString('base64')}",`
  + `"approximateArrivalTimestamp":${(now / 1000).toFixed(3)}},"eventSource":"aws:kinesis","eventVersion":"1.0",`
  + `"eventID":"shardId-000000000006:${sequenceNumber(i)}","eventName":"aws:kinesis:record",`
  + `"invokeIdentityArn":"arn:aws:iam::123456789012:role/orders","awsRegion":"us-east-1",`
  + `"eventSourceARN":"${arn('kinesis', `stream/${stream}`)}"}`;

const kinesis = (stream, data) => list => `{"Records":[${list.map(kinesisRecord(stream, data, Date.now())).join(',')}]}`;

/** From orders to an event, by what the event carries. */
export const kinds = {
  json: kinesis('orders', json),
  protobuf: kinesis('orders-protobuf', protobuf),
};
