package dev.punctual.template.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How one of the functions is deployed. Values out of Lambda's ranges are refused when the deployment is designed, with the
 * name of the property that set them.
 *
 * @param memory in MB, 128 to 10,240; a function has a share of a processor in proportion, a whole one at 1,769
 * @param timeout 1 to 900 whole seconds
 * @param reservedConcurrency how many environments it has at most, which no other function of the account can take; unset, as
 *        many as the account has left
 * @param coldStart how long the start of an environment takes with the first event in it; unset, it is estimated
 */
public record FunctionSettings(int memory, Duration timeout, Optional<Integer> reservedConcurrency,
        Optional<Duration> coldStart) {

    /** 1,024 MB and 30 s. */
    public static final FunctionSettings DEFAULT = new FunctionSettings(1_024, Duration.ofSeconds(30), Optional.empty(),
            Optional.empty());
}
