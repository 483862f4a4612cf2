package dev.punctual.engine;

import java.util.random.RandomGenerator;

/** Makes the tokens of one invocation's writes to the ledger; safe for use by several threads if its generator is. */
final class Tokens {

    private final String prefix;
    private final RandomGenerator random;

    /**
     * @param requestId unique to the invocation, as far as Lambda knows
     * @param random makes the tokens of one invocation unique, and those of two with the same id
     */
    Tokens(String requestId, RandomGenerator random) {
        this.prefix = requestId + ':' + Long.toHexString(random.nextLong()) + ':';
        this.random = random;
    }

    String next() {
        return prefix + Long.toHexString(random.nextLong());
    }

    /** Whether it was this invocation that made a token. */
    boolean isOurs(String token) {
        return token.startsWith(prefix);
    }
}
