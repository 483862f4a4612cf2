package dev.punctual.testkit.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.engine.EngineSettings;
import dev.punctual.engine.LedgerSettings;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.OutcomeLedger;

/** Uses of the ledger broken on purpose, each with the invariant that must catch it. */
enum LedgerMutant implements Wiring {

    OUTCOMES_WRITTEN_UNFENCED(5) {
        @Override
        LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
            boolean outcome = write.item() instanceof EventEntry entry && entry.state().isTerminal();
            return outcome ? unfenced(ledger, write) : one(ledger, write);
        }
    },

    RELEASED_UNFENCED(5) {
        @Override
        LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
            boolean release = write.item() instanceof EventEntry entry && entry.state() instanceof EventState.Free;
            return release ? unfenced(ledger, write) : one(ledger, write);
        }
    },

    LEASE_IGNORED(5) {
        @Override
        EventEntry shown(EventEntry entry) {
            return entry.state() instanceof EventState.InProgress
                    ? in(entry, new EventState.InProgress(Instant.EPOCH))
                    : entry;
        }
    },

    OUTCOMES_FORGOTTEN(2) {
        @Override
        EventEntry shown(EventEntry entry) {
            return entry.state() instanceof EventState.Handled ? in(entry, EventState.FREE) : entry;
        }
    },

    CLAIMS_NOT_COUNTED(8) {
        @Override
        LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
            return write.item() instanceof EventEntry entry ? one(ledger, new LedgerWrite(
                    new EventEntry(entry.key(), entry.token(), entry.deadline(), Math.min(1, entry.claims()), entry.parks(),
                            entry.attempts(), entry.state()),
                    write.expectedToken(), write.effects())) : one(ledger, write);
        }
    },

    LIMIT_OF_CLAIMS_IGNORED(8) {
        @Override
        public EngineSettings settings(EngineSettings settings) {
            return with(settings, new LedgerSettings(Integer.MAX_VALUE, settings.ledger().leaseMargin(),
                    settings.ledger().failOpen()));
        }
    },

    LETTER_BEFORE_DEATH_IS_WRITTEN(5) {
        @Override
        LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
            boolean death = write.item() instanceof EventEntry entry && entry.state() instanceof EventState.Dead dead
                    && !dead.sent();
            return death ? LedgerResult.WRITTEN : one(ledger, write);
        }
    },

    MESSAGE_BEFORE_PARKING_IS_WRITTEN(5) {
        @Override
        LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
            boolean parking = write.item() instanceof EventEntry entry && entry.state() instanceof EventState.Parked parked
                    && !parked.sent();
            return parking ? LedgerResult.WRITTEN : one(ledger, write);
        }
    },

    MESSAGE_NOT_SENT_AGAIN(4) {
        @Override
        EventEntry shown(EventEntry entry) {
            return entry.state() instanceof EventState.Parked ? entry.sent(entry.token()) : entry;
        }
    },

    LETTER_NOT_SENT_AGAIN(4) {
        @Override
        EventEntry shown(EventEntry entry) {
            return entry.state() instanceof EventState.Dead ? entry.sent(entry.token()) : entry;
        }
    },

    DEATH_NOTED_AS_HANDLED(3) {
        @Override
        LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
            return write.item() instanceof EventEntry entry && entry.state() instanceof EventState.Dead
                    ? one(ledger, new LedgerWrite(in(entry, EventState.HANDLED), write.expectedToken()))
                    : one(ledger, write);
        }
    },

    FAILED_WRITES_COUNT_AS_WRITTEN(4) {
        @Override
        LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
            var result = one(ledger, write);
            return result instanceof LedgerResult.Failed ? LedgerResult.WRITTEN : result;
        }
    },

    FAIL_OPEN_WHERE_CLOSED_IS_PROMISED(4) {
        @Override
        public EngineSettings settings(EngineSettings settings) {
            return with(settings, new LedgerSettings(settings.ledger().claimLimit(), settings.ledger().leaseMargin(), true));
        }
    },

    EFFECTS_LEFT_OUT(2) {
        @Override
        LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
            return one(ledger, new LedgerWrite(write.item(), write.expectedToken()));
        }
    },

    WAITING_NOT_ENTERED(9) {
        @Override
        LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
            return write.item() instanceof KeyEntry ? LedgerResult.WRITTEN : one(ledger, write);
        }
    },

    KEYS_NOT_IN_ORDER(9) {
        @Override
        public OrderRule order(OrderRule order) {
            return order.ordering() == Ordering.PER_KEY ? OrderRule.ANY : order;
        }
    },

    SHARDS_NOT_IN_ORDER(9) {
        @Override
        public OrderRule order(OrderRule order) {
            return order.ordering() == Ordering.PER_SHARD ? OrderRule.ANY : order;
        }
    },

    DEAD_HEAD_DOES_NOT_HALT(9) {
        @Override
        public OrderRule order(OrderRule order) {
            return order.halts() ? new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.RELEASE) : order;
        }
    },

    OVERTAKEN_EVENTS_RUN(9) {
        @Override
        LedgerItem shown(LedgerItem item) {
            return item instanceof KeyEntry key ? new KeyEntry(key.key(), key.token(), "", key.waiting()) : item;
        }
    };

    final int caughtBy;

    LedgerMutant(int caughtBy) {
        this.caughtBy = caughtBy;
    }

    @Override
    public OutcomeLedger ledger(OutcomeLedger ledger) {
        return new OutcomeLedger() {
            @Override
            public List<LedgerResult> write(List<LedgerWrite> writes) {
                return writes.stream().map(write -> shownIn(LedgerMutant.this.write(ledger, write))).toList();
            }

            @Override
            public Map<String, LedgerItem> read(List<String> keys) {
                var found = ledger.read(keys);
                found.replaceAll((key, item) -> shown(item));
                return found;
            }
        };
    }

    /** How one write is made. */
    LedgerResult write(OutcomeLedger ledger, LedgerWrite write) {
        return one(ledger, write);
    }

    /** How an item of the ledger looks to the engine. */
    LedgerItem shown(LedgerItem item) {
        return item instanceof EventEntry entry ? shown(entry) : item;
    }

    EventEntry shown(EventEntry entry) {
        return entry;
    }

    private LedgerResult shownIn(LedgerResult result) {
        return result instanceof LedgerResult.Conflict conflict ? new LedgerResult.Conflict(conflict.current().map(this::shown))
                : result;
    }

    static LedgerResult one(OutcomeLedger ledger, LedgerWrite write) {
        return ledger.write(List.of(write)).get(0);
    }

    static LedgerResult unfenced(OutcomeLedger ledger, LedgerWrite write) {
        var result = one(ledger, write);
        if (!(result instanceof LedgerResult.Conflict conflict)) {
            return result;
        }
        return one(ledger, new LedgerWrite(write.item(), conflict.current().map(LedgerItem::token), write.effects()));
    }

    static EventEntry in(EventEntry entry, EventState state) {
        return new EventEntry(entry.key(), entry.token(), entry.deadline(), entry.claims(), entry.parks(), entry.attempts(),
                state);
    }

    static EngineSettings with(EngineSettings settings, LedgerSettings ledger) {
        return new EngineSettings(settings.concurrency(), settings.attemptCost(), settings.guard(), settings.queueLatency(),
                settings.ignoreUnknownTypes(), ledger, settings.application());
    }
}
