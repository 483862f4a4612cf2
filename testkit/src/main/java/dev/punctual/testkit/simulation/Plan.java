package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.engine.EngineSettings;
import dev.punctual.engine.LedgerSettings;
import dev.punctual.testkit.simulation.history.Rules;

/**
 * Everything about a run that is fixed before it begins.
 *
 * @param events how often events are put
 * @param keys how many partition keys they have; ten can be divided by it
 * @param faultsFor how long things go wrong
 * @param functionTimeout whole seconds
 * @param platform the mappings' and queues' settings
 * @param aggregates whether some records hold several events
 */
record Plan(int events, int shards, int keys, Duration faultsFor, Duration functionTimeout, EngineSettings engine,
        List<HandlerPlan> handlers, FaultRates rates, Platform platform, boolean aggregates) {

    private static final List<Integer> KEYS = List.of(1, 2, 5);
    private static final Duration SAFE_MARGIN = Duration.ofSeconds(5);

    static Plan draw(RandomGenerator random) {
        return new Plan(4 + random.nextInt(14), 1 + random.nextInt(3), KEYS.get(random.nextInt(KEYS.size())),
                Duration.ofSeconds(5 + random.nextInt(25)),
                Duration.ofSeconds(3 + random.nextInt(10)), engine(random), handlers(random), FaultRates.draw(random),
                Platform.draw(random), random.nextInt(3) == 0);
    }

    /** What is left of it without the parts that are not kept. */
    Plan cutTo(Keep keep) {
        var kept = handlers.stream().filter(handler -> handler == handlers.get(0) || keep.has("handler-" + handler.id()))
                .toList();
        return new Plan(events, shards > 1 && keep.has("shards") ? shards : 1, keys, faultsFor, functionTimeout, engine, kept,
                rates.cutTo(keep), platform.cutTo(keep), aggregates);
    }

    private static EngineSettings engine(RandomGenerator random) {
        Optional<Duration> cost = random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofMillis(random.nextInt(500)));
        return new EngineSettings(1 + random.nextInt(4), cost, Duration.ofMillis(50 + random.nextInt(500)),
                Duration.ofMillis(random.nextInt(1_000)), random.nextInt(4) == 0, ledger(random), "simulated:1");
    }

    private static LedgerSettings ledger(RandomGenerator random) {
        var margin = random.nextInt(6) > 0 ? SAFE_MARGIN : Duration.ofMillis(random.nextInt(3_000));
        return new LedgerSettings(1 + random.nextInt(3), margin, random.nextInt(8) == 0);
    }

    private static List<HandlerPlan> handlers(RandomGenerator random) {
        List<HandlerPlan> handlers = new ArrayList<>();
        handlers.add(HandlerPlan.draw("notify", Payloads.PLACED, random));
        if (random.nextBoolean()) {
            handlers.add(HandlerPlan.draw("bill", Payloads.PLACED, random));
        }
        if (random.nextInt(3) == 0) {
            handlers.add(HandlerPlan.draw("audit", "", random));
        }
        return handlers;
    }

    /** The handlers that an event must be ended by: {@code ""} where none takes it, nothing where it may pass. */
    List<String> handlersOf(byte[] data) {
        if (data.length == 0 || AggregatedRecord.is(data)) {
            // Nothing, or what should be many events and is none.
            return List.of("");
        }
        var envelope = Payloads.envelopeOf(data);
        var type = envelope.isPresent() ? envelope.get().type() : "";
        var ids = handlers.stream().filter(handler -> handler.takes(type)).map(HandlerPlan::id).toList();
        if (!ids.isEmpty()) {
            return ids;
        }
        return envelope.isPresent() && engine.ignoreUnknownTypes() ? List.of() : List.of("");
    }

    /** The keys under which the ledger keeps an event, by the handlers that have one. */
    Map<String, String> keysOf(String event, byte[] data) {
        Map<String, String> keys = new TreeMap<>();
        for (var handler : handlers) {
            if (handlersOf(data).contains(handler.id())) {
                handler.keyOf(event, data).ifPresent(key -> keys.put(handler.id(), key));
            }
        }
        return keys;
    }

    Rules rules() {
        return new Rules(engine.guard().plus(engine.attemptCost().orElse(Duration.ZERO)),
                handlers.stream().collect(Collectors.toMap(HandlerPlan::id, HandlerPlan::rules)),
                new Rules.LedgerRules(engine.ledger().claimLimit(), engine.ledger().failOpen(),
                        rates.clockSkew().multipliedBy(2).compareTo(engine.ledger().leaseMargin()) < 0, rates.clockSkew()));
    }
}
