// The programs under test, and the ways to run them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CLIENT = 'com.amazonaws.services.lambda.runtime.api.client.AWSLambda';
const QUARKUS = 'io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest';

/** The memory that Lambda leaves the heap of a function of 1,024 MB, and what a JVM takes at first of a machine of that size. */
const MEMORY = ['-Xms16m', '-Xmx870m'];
const LAMBDA_FLAGS = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const FULL_FLAGS = ['-XX:+UseSerialGC'];

/** AWS's runtime interface client, as /var/runtime has it. */
const isClient = jar => /^(aws-lambda-java-(runtime-interface-client|core|serialization)|utils-lite)-/.test(jar);

const jars = folder => readdirSync(folder).filter(name => name.endsWith('.jar')).sort().map(name => join(folder, name));

/**
 * The programs. Each JVM program is started as Lambda's managed Java runtime starts it, by AWS's runtime interface client; its
 * jars are on the class path, since the JDK's archives hold only what the class path has.
 *
 * @param handler of an event's kind
 * @param env what tells the program its handler
 */
export function programs(root, tools) {
  const at = (...path) => join(root, 'benchmarks', 'programs', ...path);
  const client = () => jars(at('plain-java', 'target', 'lib')).filter(jar => isClient(jar.split('/').pop()));
  const quarkus = name => ({
    classPath: () => [...client(), ...jars(at(name, 'target')).filter(jar => jar.endsWith('-runner.jar')), ...jars(at(name, 'target', 'lib'))],
    handler: () => QUARKUS,
  });
  const plain = (name, handlers) => ({
    classPath: () => [...jars(at(name, 'target', 'lib')), ...jars(at(name, 'target'))],
    handler: kind => handlers[kind],
  });
  return [
    { id: 'punctual', label: 'Punctual', jvm: quarkus('punctual'), env: () => ({}) },
    { id: 'quarkus', label: 'Stock Quarkus', jvm: quarkus('stock-quarkus'), env: kind => ({ QUARKUS_LAMBDA_HANDLER: kind }) },
    {
      id: 'plain',
      label: 'Plain Java',
      jvm: plain('plain-java', {
        json: 'dev.punctual.benchmarks.plain.JsonOrders',
        protobuf: 'dev.punctual.benchmarks.plain.ProtobufOrders',
      }),
      env: () => ({}),
    },
    { id: 'floor', label: 'C', native: tools.floor, env: () => ({}) },
  ];
}

/** JDKs by version: those in JAVA_HOMES, or JAVA_HOME and what the system has installed. */
export function jdks() {
  const installed = '/usr/lib/jvm';
  const homes = process.env.JAVA_HOMES?.split(':')
    ?? [process.env.JAVA_HOME, ...(existsSync(installed) ? readdirSync(installed).sort().map(name => join(installed, name)) : [])];
  const found = {};
  for (const home of homes.filter(home => home && existsSync(join(home, 'bin', 'java')) && existsSync(join(home, 'release')))) {
    const version = /^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(join(home, 'release'), 'utf8'))[1];
    found[version.split('.')[0]] ??= { java: join(home, 'bin', 'java'), version };
  }
  return found;
}

/** The ways to run a JVM program: a JDK, and whether with a cache of classes. */
export const ways = {
  17: { label: '17', jdk: '17' },
  '17-cds': {
    label: '17 + AppCDS', jdk: '17',
    train: file => [`-XX:ArchiveClassesAtExit=${file}`],
    use: file => ['-Xshare:on', `-XX:SharedArchiveFile=${file}`],
  },
  25: { label: '25', jdk: '25' },
  '25-aot': {
    label: '25 + AOT cache', jdk: '25',
    train: file => [`-XX:AOTCacheOutput=${file}`],
    use: file => ['-XX:AOTMode=on', `-XX:AOTCache=${file}`],
  },
};

/** The command line of a program. */
export function command(program, way, kind, jdk, { full = false, flags = [] } = {}) {
  if (program.native) return { command: [program.native], env: program.env(kind) };
  const jvm = [jdk.java, ...(full ? FULL_FLAGS : LAMBDA_FLAGS), ...MEMORY, ...flags, '-cp', program.jvm.classPath().join(':')];
  return { command: [...jvm, CLIENT, program.jvm.handler(kind)], env: program.env(kind) };
}
