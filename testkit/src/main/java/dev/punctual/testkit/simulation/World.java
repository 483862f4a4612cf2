package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.RedrivePolicy;
import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;
import dev.punctual.testkit.simulation.history.Payload;
import dev.punctual.testkit.stream.KinesisException;
import dev.punctual.testkit.stream.ShardDescription;
import dev.punctual.testkit.stream.StreamService;
import dev.punctual.testkit.time.VirtualScheduler;

/** One run: a stream, its queues, mappings and functions, from the first event until all of them have come to rest. */
final class World {

    static final String STREAM = "orders";
    static final String RETRY = "orders-retry";
    static final String DEAD_LETTER = "orders-dead-letter";
    static final String ON_FAILURE = "orders-on-failure";

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(6);
    private static final Duration UNWINDING = Duration.ofSeconds(1);
    private static final long TURNS = 200_000;
    private static final int QUIET_SECONDS = 60;
    private static final Set<String> PLATFORM_CALLS = Set.of("kinesis:DescribeStream", "kinesis:GetShardIterator",
            "kinesis:GetRecords", "sqs:ReceiveMessage", "sqs:DeleteMessageBatch", "sqs:SendMessage");

    private final VirtualScheduler time = new VirtualScheduler();
    private final SplittableRandom random;
    private final Plan plan;
    private final List<PlannedPut> puts;
    private final Surrounds surrounds;
    private final StreamService streams;
    private final QueueService queues;
    private final Application application;
    private final FaultPlan faults;
    private final Producer producer;
    private int done;
    private int quietSeconds;
    private boolean settled;

    /** The run of a seed. */
    static World of(long seed, Keep keep, Wiring wiring, StrandPool pool) {
        var planning = new SplittableRandom(seed);
        return new World(Plan.draw(planning.split()), planning, keep, wiring, pool);
    }

    /** @param planning draws the events, and everything that is left to chance */
    World(Plan whole, SplittableRandom planning, Keep keep, Wiring wiring, StrandPool pool) {
        this.plan = whole.cutTo(keep);
        this.puts = puts(planning, keep);
        this.random = new SplittableRandom(planning.nextLong() + keep.draw());
        var chaos = new Chaos(random.split(), plan.rates(), keep);
        this.faults = new FaultPlan(random.split());
        this.streams = new StreamService(() -> time.instant().plus(chaos.arrivalSkew()), AwsLocation.DEFAULT, faults, false);
        this.queues = new QueueService(time, AwsLocation.DEFAULT, faults, random.split());
        this.producer = new Producer(streams, plan.platform().parallelization() > 1);
        var history = new History(plan.rules());
        this.surrounds = new Surrounds(plan, wiring, time, new Turns(time, random.split(), pool, TURNS), chaos, queues,
                new LedgerTable(history), history);
        createResources();
        this.application = new Application(surrounds, streams, random);
    }

    private List<PlannedPut> puts(SplittableRandom planning, Keep keep) {
        List<PlannedPut> drawn = new ArrayList<>();
        for (int i = 0; i < plan.events(); i++) {
            drawn.add(PlannedPut.draw(i, plan, planning.split()));
        }
        return drawn.stream().filter(put -> keep.has(put.part())).map(put -> put.cutTo(keep)).toList();
    }

    private void createResources() {
        streams.createStream(STREAM, plan.shards());
        queues.createQueue(DEAD_LETTER, Map.of());
        var visibility = plan.functionTimeout().toSeconds() * plan.platform().visibilityFactor();
        queues.createQueue(RETRY, Map.of("VisibilityTimeout", Long.toString(visibility)));
        queues.createQueue(ON_FAILURE, Map.of("VisibilityTimeout", Long.toString(visibility)));
        int receives = plan.platform().maxReceives();
        if (receives > 0) {
            var redrive = new RedrivePolicy(AwsLocation.DEFAULT.queueArn(ON_FAILURE), receives);
            queues.setAttributes(RETRY, Map.of("RedrivePolicy", redrive.toJson()));
        }
    }

    /** Runs to the end and tells what happened. */
    History run() {
        surrounds.turns().listen(this::logged);
        orderFaults();
        puts.stream().filter(PlannedPut::early).forEach(this::put);
        time.advance(plan.platform().lateBy());
        application.start();
        time.schedule(plan.faultsFor(), this::stopFaults);
        puts.stream().filter(put -> !put.early()).forEach(put -> time.schedule(put.at(), () -> put(put)));
        everySecond();
        if (!surrounds.turns().runUntil(() -> settled, LONGEST)) {
            surrounds.history().add(new Happening.Unsettled(time.instant(),
                    "after " + LONGEST + " or " + TURNS + " turns there is still work: " + application.progress()));
        }
        end();
        new Undertaker(streams, surrounds.history(), time).record();
        return surrounds.history();
    }

    private void logged(String line) {
        if (line.contains(Payloads.MARKER)) {
            surrounds.history().add(new Happening.Leaked(time.instant(), ""));
        }
    }

    private void orderFaults() {
        var chaos = surrounds.chaos();
        var trigger = Trigger.when(
                call -> PLATFORM_CALLS.contains(call.operation()) && chaos.strikes(FaultKind.CALLS));
        faults.order(FaultRule.at("*", trigger, Fault.throttle()));
        faults.order(FaultRule.at("kinesis:GetRecords", Trigger.when(call -> iteratorExpires()),
                new Fault.Refuse(KinesisException.ExpiredIterator.CODE, "Iterator expired (ordered fault).", 400)));
    }

    private boolean iteratorExpires() {
        boolean expires = surrounds.chaos().strikes(FaultKind.EXPIRED_ITERATOR);
        if (expires) {
            surrounds.history().add(new Happening.Fault(time.instant(), 0, "an iterator expired"));
        }
        return expires;
    }

    private void stopFaults() {
        surrounds.chaos().stop();
        faults.clear();
        surrounds.ledger().outOfReach(false);
    }

    private void put(PlannedPut planned) {
        producer.put(planned).forEach(taken -> accept(taken.event(), taken.what()));
        done++;
    }

    private void accept(String event, PlannedEvent what) {
        surrounds.history().add(new Happening.Accepted(time.instant(), event, what.key(), plan.handlersOf(what.data()),
                plan.keysOf(event, what.data()), new Payload(what.data())));
    }

    private void everySecond() {
        var chaos = surrounds.chaos();
        if (chaos.strikes(FaultKind.RESHARD)) {
            reshard();
        }
        if (chaos.strikes(FaultKind.LEDGER_OUTAGE)) {
            surrounds.history().add(new Happening.Fault(time.instant(), 0, "the ledger was out of reach for a while"));
            surrounds.ledger().outOfReach(true);
            time.schedule(chaos.upTo(LONGEST_OUTAGE), () -> surrounds.ledger().outOfReach(false));
        }
        settled = isSettled();
        time.schedule(Duration.ofSeconds(1), this::everySecond);
    }

    private void reshard() {
        try {
            int open = (int) streams.listShards(STREAM).stream().filter(ShardDescription::isOpen).count();
            streams.updateShardCount(STREAM, random.nextBoolean() ? Math.min(8, open * 2) : Math.max(1, open / 2));
            surrounds.history().add(new Happening.Fault(time.instant(), 0, "the stream was resharded"));
        } catch (AwsException e) {
            surrounds.history().add(new Happening.Fault(time.instant(), 0, "no resharding: " + e.code()));
        }
    }

    private boolean isSettled() {
        boolean quiet = done == puts.size() && application.isIdle() && isEmpty(RETRY) && isEmpty(ON_FAILURE);
        quietSeconds = quiet ? quietSeconds + 1 : 0;
        return quiet && isStreamRead();
    }

    /** Whether the mapping is through with each record, or, where some may have expired unread, has long found none. */
    private boolean isStreamRead() {
        if (!plan.platform().lateBy().isZero()) {
            return !surrounds.chaos().isActive() && quietSeconds >= QUIET_SECONDS;
        }
        var progress = application.progress();
        return progress.itemsDone() + progress.itemsDiscarded() >= producer.records();
    }

    private boolean isEmpty(String queue) {
        var attributes = queues.getAttributes(queue);
        return Set.of("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
                "ApproximateNumberOfMessagesDelayed").stream().allMatch(name -> "0".equals(attributes.get(name)));
    }

    /** Stops the mappings and unwinds the threads of handlers that never returned. */
    private void end() {
        stopFaults();
        application.end();
        surrounds.turns().check();
        if (!surrounds.turns().runUntil(surrounds.turns()::isQuiet, UNWINDING)) {
            throw new IllegalStateException("threads of the simulation did not end");
        }
    }
}
