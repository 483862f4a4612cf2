package dev.punctual.testkit.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.engine.BatchItem;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.EngineSettings;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.event.EventRecord;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RetryQueue;
import dev.punctual.spi.SendResult;

/** Variants broken on purpose, each with the invariant that must catch it. */
enum Mutant implements Wiring {

    RETRY_QUEUE_SAYS_SENT_AND_DROPS(4) {
        @Override
        public RetryQueue retryQueue(RetryQueue queue) {
            return events -> events.stream().map(event -> SendResult.SENT).toList();
        }
    },

    DEAD_LETTER_QUEUE_SAYS_SENT_AND_DROPS(4) {
        @Override
        public DeadLetterQueue deadLetterQueue(DeadLetterQueue queue) {
            return letters -> letters.stream().map(letter -> SendResult.SENT).toList();
        }
    },

    FAILED_SENDS_COUNT_AS_SENT(4) {
        @Override
        public RetryQueue retryQueue(RetryQueue queue) {
            return events -> queue.send(events).stream().map(result -> SendResult.SENT).toList();
        }
    },

    ANSWER_NAMES_HIGHEST(10) {
        @Override
        public List<String> failures(List<ItemOutcome> outcomes) {
            var failures = Wiring.FAITHFUL.failures(outcomes);
            return failures.subList(Math.max(0, failures.size() - 1), failures.size());
        }
    },

    ANSWER_DROPS_A_FAILURE(10) {
        @Override
        public List<String> failures(List<ItemOutcome> outcomes) {
            var failures = Wiring.FAITHFUL.failures(outcomes);
            return failures.subList(Math.min(1, failures.size()), failures.size());
        }
    },

    MAPPING_HEEDS_NO_ANSWER(1) {
        @Override
        public boolean reportsItemFailures() {
            return false;
        }
    },

    DEADLINE_FROM_FIRST_PROCESSING(6) {
        @Override
        public BatchItem item(BatchItem item, InstantSource clock) {
            if (!(item instanceof BatchItem.Fresh fresh)) {
                return item;
            }
            var event = fresh.event();
            return new BatchItem.Fresh(fresh.itemId(), new EventRecord(event.source(), event.shardId(),
                    event.sequenceNumber(), event.partitionKey(), clock.instant(), event.data()));
        }
    },

    GUARD_IGNORED(6) {
        @Override
        public EngineSettings settings(EngineSettings settings) {
            return new EngineSettings(settings.concurrency(), settings.attemptCost(), Duration.ZERO, settings.queueLatency(),
                    settings.ignoreUnknownTypes(), settings.application());
        }
    },

    DELAY_BEYOND_DEADLINE(7) {
        @Override
        public RetryQueue retryQueue(RetryQueue queue) {
            return parking(queue, event -> new ParkedEvent(event.handler(), event.event(), event.deadline(), event.attempts(),
                    event.parks(), event.redrive(), Duration.ofSeconds(890)));
        }
    },

    ATTEMPTS_FORGOTTEN_WHEN_PARKED(8) {
        @Override
        public RetryQueue retryQueue(RetryQueue queue) {
            return parking(queue, event -> new ParkedEvent(event.handler(), event.event(), event.deadline(),
                    AttemptHistory.NONE, event.parks(), event.redrive(), event.delay()));
        }
    },

    ONE_ATTEMPT_TOO_MANY(8) {
        @Override
        public RetryPolicy policy(RetryPolicy policy) {
            return new RetryPolicy(policy.budget(), Math.max(policy.maxAttempts(), policy.maxAttempts() + 1),
                    policy.backoff(), policy.permanent());
        }
    },

    PAYLOAD_ALTERED_IN_RETRY_QUEUE(11) {
        @Override
        public RetryQueue retryQueue(RetryQueue queue) {
            return parking(queue, event -> new ParkedEvent(event.handler(), altered(event.event()), event.deadline(),
                    event.attempts(), event.parks(), event.redrive(), event.delay()));
        }
    },

    PAYLOAD_ALTERED_IN_LETTER(11) {
        @Override
        public DeadLetterQueue deadLetterQueue(DeadLetterQueue queue) {
            return letters -> queue.send(letters.stream().map(letter -> letter(letter, letter.id(), altered(letter.event())))
                    .toList());
        }
    },

    LETTER_WITHOUT_STABLE_ID(3) {
        @Override
        public DeadLetterQueue deadLetterQueue(DeadLetterQueue queue) {
            return letters -> queue.send(letters.stream()
                    .map(letter -> letter(letter, letter.id() + letter.requestId(), letter.event())).toList());
        }
    },

    LETTER_ID_OF_EVENT_ALONE(3) {
        @Override
        public DeadLetterQueue deadLetterQueue(DeadLetterQueue queue) {
            return letters -> queue
                    .send(letters.stream().map(letter -> letter(letter, letter.eventId(), letter.event())).toList());
        }
    },

    /** As KCL's de-aggregator leaves out what follows an event that it cannot take. */
    EVENTS_BEHIND_A_BAD_ONE_DROPPED(4) {
        @Override
        public BatchItem item(BatchItem item, InstantSource clock) {
            var events = item instanceof BatchItem.Fresh ? Aggregates.eventsOf(item.event()) : List.of(item.event());
            long good = events.stream().takeWhile(event -> Payloads.envelopeOf(event.data()).isPresent()).count();
            return good == events.size() ? item
                    : new BatchItem.Fresh(item.itemId(), firstOf(item.event(), events.subList(0, (int) good + 1)));
        }
    },

    SUB_SEQUENCE_NUMBER_FORGOTTEN_IN_RETRY_QUEUE(11) {
        @Override
        public RetryQueue retryQueue(RetryQueue queue) {
            return parking(queue, event -> new ParkedEvent(event.handler(), alone(event.event()), event.deadline(),
                    event.attempts(), event.parks(), event.redrive(), event.delay()));
        }
    },

    PAYLOAD_LOGGED(13) {
        @Override
        public DeadLetterQueue deadLetterQueue(DeadLetterQueue queue) {
            return letters -> {
                letters.forEach(letter -> Logger.getLogger(BatchProcessor.class).warn(
                        "cannot handle " + new String(letter.event().data(), StandardCharsets.ISO_8859_1)));
                return queue.send(letters);
            };
        }
    };

    final int caughtBy;

    Mutant(int caughtBy) {
        this.caughtBy = caughtBy;
    }

    private static RetryQueue parking(RetryQueue queue, UnaryOperator<ParkedEvent> change) {
        return events -> queue.send(events.stream().map(change).toList());
    }

    private static EventRecord altered(EventRecord event) {
        var data = event.data().length == 0 ? new byte[1] : event.data().clone();
        data[data.length - 1] ^= 1;
        return new EventRecord(event.source(), event.shardId(), event.sequenceNumber(), event.subSequenceNumber(),
                event.partitionKey(), event.arrival(), data, event.attributes());
    }

    private static EventRecord firstOf(EventRecord record, List<EventRecord> events) {
        var kept = Aggregates
                .bytes(events.stream().map(event -> new PlannedEvent(event.partitionKey(), event.data())).toList());
        return events.get(0).subSequenceNumber() == EventRecord.ALONE ? record
                : record.sub(EventRecord.ALONE, record.partitionKey(), kept);
    }

    private static EventRecord alone(EventRecord event) {
        return event.sub(EventRecord.ALONE, event.partitionKey(), event.data());
    }

    private static DeadLetter letter(DeadLetter letter, String id, EventRecord event) {
        return new DeadLetter(id, letter.reason(), letter.detail(), letter.handler(), letter.eventId(), letter.type(),
                letter.correlationId(), letter.contentType(), event, letter.deadline(), letter.diedAt(), letter.attempts(),
                letter.function(), letter.requestId(), letter.application(), letter.redrive());
    }
}
