package dev.punctual.samples.food.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.punctual.journey.view.TextView;
import dev.punctual.samples.food.order.Order;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One run: places the orders, waits until every event has an outcome, and reports. */
final class Run {

    /** What is to be run. */
    record Plan(int orders, double rate, long seed, Path functions, Format format, @Nullable Path log, boolean redrive,
            boolean journey) {
    }

    private static final long LOOK_EVERY_MILLIS = 250;
    /**
     * An event whose outcome has not come this long after the last change is lost: every budget is over by then, and so is
     * the queues' visibility timeout of 90 s, after which they deliver what a function that crashed left behind.
     */
    private static final long PATIENCE_MILLIS = 120_000;
    /** No event may follow this long after the last outcome: it is longer than a poll of the stream. */
    private static final long QUIET_MILLIS = 3_000;
    private static final int LETTERS_SHOWN = 3;
    private static final int WIDTH = 120;

    private final Plan plan;
    private final PrintStream out;
    private final Progress progress;
    private final Accounts accounts = new Accounts();
    private int placed;

    Run(Plan plan, PrintStream out, boolean terminal) {
        this.plan = plan;
        this.out = out;
        this.progress = new Progress(out, terminal);
    }

    Report call() throws IOException, InterruptedException {
        out.println("Starting the endpoints, and the functions of " + plan.functions().getFileName() + "; order events are in "
                + plan.format());
        Journeys journeys = new Journeys();
        try (LocalCloud cloud = LocalCloud.start(plan.functions(), plan.format(), plan.log(),
                plan.journey() ? journeys : null);
                KinesisClient kinesis = cloud.kinesis();
                Shop shop = new Shop(kinesis, plan.format());
                SqsClient sqs = cloud.sqs()) {
            StreamWitness stream = new StreamWitness(kinesis, LocalCloud.STREAM);
            DeadLetters letters = new DeadLetters(sqs, cloud.deadLetterQueueUrl());
            Recordings recordings = new Recordings(cloud.recordings());
            long start = System.nanoTime();
            long end = watch(start, shop, () -> {
                stream.readInto(accounts);
                recordings.readInto(accounts);
                letters.readInto(accounts);
            });
            letters.release();
            progress.end();
            Report report = accounts.report(placed, (end - start) / 1e9);
            print(report, letters);
            Aftermath aftermath = new Aftermath(letters.operator(), accounts, out);
            aftermath.list();
            if (plan.journey()) {
                print(journeys);
            }
            return plan.redrive() ? report.with(aftermath.redrive(cloud.reopening(), () -> recordings.readInto(accounts)))
                    : report;
        }
    }

    /** Looks at what has happened. */
    interface Look {
        void now() throws IOException;
    }

    /** Places orders, and looks on until all is settled; returns when the last change was seen. */
    private long watch(long start, Shop shop, Look look) throws IOException, InterruptedException {
        Orders orders = new Orders(plan.seed());
        long lastChange = start;
        int seen = -1;
        while (true) {
            placeDue(start, orders, shop);
            look.now();
            long now = System.nanoTime();
            progress.show(TimeUnit.NANOSECONDS.toMillis(now - start), placed, plan.orders(), accounts);
            int sum = accounts.events() + accounts.handledEvents() + accounts.deadEvents();
            if (sum != seen) {
                seen = sum;
                lastChange = now;
            }
            long quiet = TimeUnit.NANOSECONDS.toMillis(now - lastChange);
            if (placed == plan.orders() && quiet >= (accounts.areSettled() ? QUIET_MILLIS : PATIENCE_MILLIS)) {
                return lastChange;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private void placeDue(long start, Orders orders, Shop shop) {
        double due = (System.nanoTime() - start) / 1e9 * plan.rate() + 1;
        List<Order> now = new ArrayList<>();
        while (placed + now.size() < Math.min(due, plan.orders())) {
            now.add(orders.next());
        }
        if (!now.isEmpty()) {
            shop.place(now);
            placed += now.size();
        }
    }

    private void print(Journeys journeys) {
        out.println();
        out.println("The slowest order that went well in the end:");
        out.println();
        out.print(journeys.slowest().map(new TextView(WIDTH)::show).orElse("none\n"));
    }

    private void print(Report report, DeadLetters letters) {
        out.println();
        List<String> samples = letters.samples(LETTERS_SHOWN);
        if (!samples.isEmpty()) {
            out.println("Some dead letters, in words:");
            out.println();
            samples.forEach(out::println);
        }
        out.print(report.table());
        out.println();
        out.print(report.slack().histogram());
        out.println();
        out.println(report.isPromiseKept() ? "Every event was handled in time, or is a dead letter."
                : "The promise was broken: " + report.lost() + " events lost, " + report.lateAttempts() + " attempts late.");
    }
}
