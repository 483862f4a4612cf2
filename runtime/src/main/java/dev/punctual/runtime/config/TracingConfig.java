package dev.punctual.runtime.config;

import java.time.Duration;

import io.smallrye.config.WithDefault;

/** How traces are recorded. */
public interface TracingConfig {

    /**
     * The longest that the answer to an invocation waits until its spans have left the process, which Lambda may freeze or end
     * afterwards. It adds to what the guard keeps free at the end of an invocation.
     */
    @WithDefault("200ms")
    Duration flushTimeout();
}
