package dev.punctual.testkit.faults;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.punctual.testkit.aws.AwsException;

/**
 * What a {@link FaultPlan} decided for one call.
 *
 * @param refusal a {@link Fault.Throttle} or {@link Fault.Refuse} for the whole call
 * @param failures entries to fail, by their index from 0
 */
public record FaultDecision(Optional<Fault> refusal, Map<Integer, EntryFailure> failures) {

    static final FaultDecision PROCEED = new FaultDecision(Optional.empty(), Map.of());

    /**
     * Throws if the whole call is refused.
     *
     * @param throttled the service's own exception for exceeded limits
     */
    public void refuse(Supplier<? extends AwsException> throttled) {
        if (refusal.isPresent()) {
            if (refusal.get() instanceof Fault.Refuse error) {
                throw new AwsException(error.code(), error.message(), error.httpStatus());
            }
            throw throttled.get();
        }
    }

    /** The failure of the entry with this index, if it is to fail. */
    public Optional<EntryFailure> entry(int index) {
        return Optional.ofNullable(failures.get(index));
    }
}
