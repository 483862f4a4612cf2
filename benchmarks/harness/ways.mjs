// The ways to run a program, and the flags of each.

/** A JDK, and whether with a cache of classes: flags that write it, and flags that insist on it. */
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
  native: { label: 'native' },
};

/**
 * What Lambda sets for a function of 1,024 MB: its flags for cold starts, the heap that it leaves, and the heap that a JVM
 * takes at first of a machine of that size.
 */
export const LAMBDA_FLAGS = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xms16m', '-Xmx870m'];

export const compilerFlags = { 'tier 1': LAMBDA_FLAGS, 'full JIT': LAMBDA_FLAGS.filter(flag => !flag.includes('TieredStop')) };
