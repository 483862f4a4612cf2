'use strict';

// Preloaded into kinesis-local, which would listen on all interfaces: every server of the process listens on a free port of
// 127.0.0.1 instead. The one that was to have port 0 tells its port on standard output.
const net = require('node:net');

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (port, ...rest) {
  const callback = rest.find((argument) => typeof argument === 'function');
  if (Number(port) === 0) {
    this.once('listening', () => console.log(`port: ${this.address().port}`));
  }
  return listen.call(this, { host: '127.0.0.1', port: 0 }, callback);
};
