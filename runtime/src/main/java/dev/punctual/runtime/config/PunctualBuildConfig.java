package dev.punctual.runtime.config;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an application is built with. */
@ConfigMapping(prefix = "quarkus.punctual")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface PunctualBuildConfig {

    /**
     * How outcomes are kept.
     */
    Ledger ledger();

    /**
     * Whether codecs are generated for the payload types they suit. Without them, Jackson reads and writes all JSON: with
     * reflection, and with the conversions of its own that codecs refuse.
     */
    @WithDefault("true")
    boolean generatedCodecs();

    /**
     * Whether what no event needs is left out of the start of functions in production: the HTTP server that extensions such as
     * Micrometer's bring along, unless the application has endpoints, and, on the JVM, Jackson's mapper for Lambda's own types.
     */
    @WithDefault("true")
    boolean bareStart();

    /**
     * Whether functions handle made-up events when they start, from which nothing leaves and which no handler sees, so that
     * the first real event finds classes loaded. By default they do in production.
     */
    Optional<Boolean> prime();

    /** How outcomes are kept. */
    interface Ledger {

        /**
         * Where the outcomes of {@code @Idempotent} handlers are kept. By default {@code dynamodb}, and {@code memory} in
         * development mode and tests.
         */
        Optional<Kind> kind();
    }

    /** Where outcomes are kept. */
    enum Kind {
        /** In a DynamoDB table. */
        DYNAMODB,
        /** In the process's memory: for development and tests, where one process has all functions. */
        MEMORY
    }
}
