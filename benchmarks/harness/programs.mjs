// The programs under test.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { kinds, punctualKinds, streamKinds } from './events.mjs';

const CLIENT = 'com.amazonaws.services.lambda.runtime.api.client.AWSLambda';
const OWN = 'dev.punctual.runtime.FunctionMain';
const QUARKUS = 'io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest';

/** AWS's runtime interface client and what it needs, which Lambda's Java runtime has in a folder of its own. */
const isClient = jar => /^(aws-lambda-java-(runtime-interface-client|core|serialization)|utils-lite)-/.test(basename(jar));

const jars = folder => readdirSync(folder).filter(name => name.endsWith('.jar')).sort().map(name => join(folder, name));

const existing = folder => (existsSync(folder) ? jars(folder) : []);

/**
 * The programs. On a JVM ours is started by its own entry, as in a container image, and each other one by AWS's runtime interface
 * client, as by Lambda's Java runtime. All jars are on the class path, since the JDK's caches hold only what is there.
 *
 * kinds           what its events are
 * entry           the main class and its arguments, by the kind of its events
 * env             what else tells the program its handler
 * namesFailures   whether it leaves failed events to Lambda, by naming them; else it deals with them itself, with queues
 */
export function programs(root, built) {
  const target = name => join(root, 'benchmarks', 'programs', name, 'target');
  const client = () => jars(join(target('plain-java'), 'lib')).filter(isClient);
  const quarkus = name => ({
    classPath: () => [...jars(target(name)).filter(jar => jar.endsWith('-runner.jar')), ...jars(join(target(name), 'lib'))],
    binary: built.native?.[name],
  });
  // As the build lays it out for a container image.
  const image = join(target('punctual'), 'punctual', 'container');
  return [
    {
      id: 'punctual', label: 'Punctual', kinds: punctualKinds, binary: built.native?.punctual,
      classPath: () => [join(image, 'application.jar'), join(image, 'libraries.jar'), ...existing(join(image, 'lib'))],
      entry: () => [OWN], env: () => ({}),
    },
    {
      id: 'quarkus', label: 'Stock Quarkus', kinds, namesFailures: true, ...quarkus('stock-quarkus'),
      classPath: () => [...client(), ...quarkus('stock-quarkus').classPath()],
      entry: () => [CLIENT, QUARKUS],
      env: kind => ({ QUARKUS_LAMBDA_HANDLER: kind }),
    },
    {
      id: 'plain', label: 'Plain Java', kinds, namesFailures: true,
      classPath: () => [...jars(join(target('plain-java'), 'lib')), ...jars(target('plain-java'))],
      entry: kind => [CLIENT, {
        json: 'dev.punctual.benchmarks.plain.JsonOrders',
        protobuf: 'dev.punctual.benchmarks.plain.ProtobufOrders',
        retry: 'dev.punctual.benchmarks.plain.RetriedOrders',
      }[kind]],
      env: () => ({}),
    },
    { id: 'floor', label: 'C', kinds: streamKinds, namesFailures: true, binary: built.floor, env: () => ({}) },
  ];
}

/** The command line of a program on a JVM. */
export const onJvm = (program, java, flags, kind) =>
  [java, ...flags, '-cp', program.classPath().join(':'), ...program.entry(kind)];
