'use strict';

// Serves dynalite, in memory, on a free port of 127.0.0.1, which it tells on standard output; ends with its standard input.
const dynalite = require('dynalite');

const server = dynalite({ createTableMs: 0 });
server.listen(0, '127.0.0.1', () => console.log(`port: ${server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();
