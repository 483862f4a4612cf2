package dev.punctual.runtime.payload;

import java.util.Optional;

import dev.punctual.wire.payload.ClaimCheck;

/**
 * The buckets of the application.
 *
 * @param claimCheck keeps and reads objects in them; empty where there are none
 */
public record Buckets(Optional<ClaimCheck> claimCheck) {
}
