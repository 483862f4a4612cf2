package dev.punctual.template.cost;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.alarm.Watch;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.settings.Architecture;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;
import dev.punctual.template.stack.StreamMapping;

/** Works out what a stack costs; used once. */
public final class Costs {

    private static final double HOURS = 730;
    private static final double MILLION = 1_000_000;
    private static final double GIBI = 1_024.0 * 1_024 * 1_024;
    private static final double MEGABYTES = 1_024;
    private static final int PUT_UNIT = 25 * 1_024;
    private static final int DAY = 24;
    /** Lambda polls a queue with five long polls of 20 s: its developer guide. */
    private static final double POLLS_PER_HOUR = 5 * 3_600 / 20.0;
    /** A message is sent, received and deleted. */
    private static final int REQUESTS_PER_MESSAGE = 3;
    /** An event is claimed, and its outcome written. */
    private static final int WRITES_PER_EVENT = 2;

    private final Stack stack;
    private final Prices prices;
    private final Assumptions assumptions;
    private final List<Cost> costs = new ArrayList<>();

    private Costs(Stack stack, Prices prices, Assumptions assumptions) {
        this.stack = stack;
        this.prices = prices;
        this.assumptions = assumptions;
    }

    /**
     * What each resource costs, in Markdown.
     *
     * @throws IllegalArgumentException if a price is not there
     */
    public static String markdown(Stack stack, Prices prices) {
        Costs costs = new Costs(stack, prices, Assumptions.DEFAULT);
        return CostTable.of(costs.all(), prices, costs.assumptions);
    }

    private List<Cost> all() {
        stack.streams().forEach(this::stream);
        stack.functions().forEach(this::function);
        stack.queues().stream().filter(queue -> queue.arn().isEmpty()).forEach(this::queue);
        if (stack.hasLedger()) {
            costs.add(new Cost("LedgerTable", 0, WRITES_PER_EVENT * prices.of("dynamodb.writes-million")
                    + prices.of("dynamodb.reads-million")));
        }
        if (stack.settings().key() instanceof KeySetting.Created) {
            costs.add(new Cost("PayloadKey", prices.of("kms.key-month"), 0));
        }
        costs.add(new Cost("alarms", Watch.count(stack) * prices.of("cloudwatch.alarm-month")
                + prices.of("cloudwatch.composite-alarm-month"), 0));
        costs.add(new Cost("Dashboard", prices.of("cloudwatch.dashboard-month"), 0));
        return costs;
    }

    private void stream(Stream stream) {
        if (stream.arn().isPresent()) {
            return;
        }
        if (stream.settings().mode() == StreamMode.ON_DEMAND) {
            double gigabytes = MILLION * Math.ceil(assumptions.recordBytes() / 1_024.0) * 1_024 / GIBI;
            costs.add(new Cost(stream.id(), HOURS * prices.of("kinesis.on-demand-stream-hour"), gigabytes
                    * (prices.of("kinesis.on-demand-in-gb") + prices.of("kinesis.on-demand-out-gb"))));
            return;
        }
        double hour = prices.of("kinesis.shard-hour") + (stream.settings().retention().toHours() > DAY
                ? prices.of("kinesis.extended-retention-shard-hour")
                : 0);
        costs.add(new Cost(stream.id(), stream.settings().shards() * HOURS * hour,
                Math.ceil((double) assumptions.recordBytes() / PUT_UNIT) * prices.of("kinesis.put-units-million")));
    }

    private void function(Function function) {
        double share = switch (function.role()) {
            case STREAM -> 1;
            case RETRY -> assumptions.parked();
            case DEAD_LETTER -> assumptions.dead();
        };
        int batch = function.role() == FunctionRole.STREAM
                ? stack.streamMappings().stream().mapToInt(StreamMapping::batchSize).min().orElse(10)
                : 1;
        double requests = share / batch;
        double seconds = share * MILLION * assumptions.millisPerEvent() / 1_000;
        double memory = function.settings().memory() / MEGABYTES;
        String price = "lambda.gb-second-" + (stack.settings().architecture() == Architecture.ARM64 ? "arm64" : "x86_64");
        costs.add(
                new Cost(function.id(), 0, requests * prices.of("lambda.requests-million") + seconds * memory * prices.of(price)
                        + requests * MILLION * assumptions.logBytes() / GIBI * prices.of("cloudwatch.logs-gb")));
    }

    private void queue(Queue queue) {
        double polls = queue.feeds().isPresent() ? HOURS * POLLS_PER_HOUR / MILLION : 0;
        double messages = switch (queue.purpose()) {
            case SOURCE -> REQUESTS_PER_MESSAGE;
            case RETRY -> REQUESTS_PER_MESSAGE * assumptions.parked();
            case ON_FAILURE -> stack.application().deadLetterMethods() ? REQUESTS_PER_MESSAGE * assumptions.dead() : 0;
            case DEAD_LETTER -> assumptions.dead();
        };
        double price = prices.of("sqs.requests-million");
        costs.add(new Cost(queue.id(), polls * price, messages * price));
    }
}
