package dev.punctual.runtime.readback;

import java.util.List;

import dev.punctual.event.EventRecord;

/**
 * Records that Lambda gave up on.
 *
 * @param found those that could be read back, in their order
 * @param rest what became of the others, in a sentence; an empty string where there are none
 */
public record Records(List<EventRecord> found, String rest) {
}
