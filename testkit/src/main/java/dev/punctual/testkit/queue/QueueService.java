package dev.punctual.testkit.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.aws.RandomIds;
import dev.punctual.testkit.faults.Call;
import dev.punctual.testkit.faults.FaultDecision;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.time.Scheduler;

/**
 * Amazon SQS standard queues, in memory.
 *
 * <p>
 * Operations are named after AWS's and refuse what AWS refuses, by an {@link SqsException} or, where a fault was ordered,
 * any {@link AwsException}. Queues are named, not addressed by URL. Latency faults are for the caller to wait out, see
 * {@link #latency}. Thread-safe; no operation blocks.
 */
public final class QueueService {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,80}");

    /** How many messages of a standard queue can be in flight; SQS' quota. */
    public static final int MAXIMUM_IN_FLIGHT = 120_000;

    private final Scheduler scheduler;
    private final AwsLocation location;
    private final FaultPlan faults;
    private final RandomIds ids;
    private final Map<String, Queue> queues = new TreeMap<>();
    private final Map<String, LongPolls> polls = new TreeMap<>();

    /** @param random draws message ids and receipt handles; used under a lock of this service only */
    public QueueService(Scheduler scheduler, AwsLocation location, FaultPlan faults, RandomGenerator random) {
        this.scheduler = scheduler;
        this.location = location;
        this.faults = faults;
        this.ids = new RandomIds(random);
    }

    /** Where the queues pretend to be. */
    public AwsLocation location() {
        return location;
    }

    /**
     * How long the answer of an operation is to be held back by ordered faults; ask once per call, then call.
     *
     * @param operation such as {@code SendMessage}
     */
    public Duration latency(String operation, String queue) {
        return faults.latency(call(operation, queue, 0));
    }

    /**
     * Creates a queue; does nothing if it is there and has these attributes.
     *
     * @param attributes by SQS' names
     */
    public synchronized void createQueue(String name, Map<String, String> attributes) {
        admit("CreateQueue", name);
        if (name.endsWith(".fifo")) {
            throw new SqsException.UnsupportedOperation("Queue " + name + ": this model has standard queues only.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new SqsException.InvalidParameterValue("Queue name '" + name
                    + "' can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length.");
        }
        var settings = checkRedrive(QueueSettings.DEFAULT.with(attributes));
        var existing = queues.get(name);
        if (existing == null) {
            var queue = new Queue(name, location.queueArn(name), settings, now());
            queues.put(name, queue);
            polls.put(name, new LongPolls(scheduler, queue, () -> serve(queue)));
        } else if (!existing.settings().attributes().equals(existing.settings().with(attributes).attributes())) {
            throw new SqsException.QueueNameExists(
                    "A queue already exists with the same name " + name + " and a different value for an attribute.");
        }
    }

    /** Deletes a queue with its messages; receives that wait get none. */
    public synchronized void deleteQueue(String name) {
        admit("DeleteQueue", name);
        find(name);
        queues.remove(name);
        var waiting = polls.remove(name);
        if (waiting != null) {
            waiting.dismiss();
        }
    }

    /** The names of the queues that start so, sorted. */
    public synchronized List<String> listQueues(String prefix) {
        admit("ListQueues", "");
        return queues.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /** The names of the queues whose redrive policy names this one, sorted. */
    public synchronized List<String> listDeadLetterSourceQueues(String queue) {
        admit("ListDeadLetterSourceQueues", queue);
        var target = find(queue).arn();
        return queues.values().stream().filter(source -> source.settings().redrivePolicy()
                .filter(policy -> policy.deadLetterTargetArn().equals(target)).isPresent()).map(Queue::name).toList();
    }

    /** Refuses a queue that does not exist, as GetQueueUrl does. */
    public synchronized void checkExists(String name) {
        admit("GetQueueUrl", name);
        find(name);
    }

    /** All attributes by SQS' names, message counts included. */
    public synchronized Map<String, String> getAttributes(String queue) {
        admit("GetQueueAttributes", queue);
        return find(queue).attributes(now());
    }

    /** The attributes that can be set, as values. */
    public synchronized QueueSettings settings(String queue) {
        return find(queue).settings();
    }

    public synchronized void setAttributes(String queue, Map<String, String> attributes) {
        admit("SetQueueAttributes", queue);
        var target = find(queue);
        target.settings(checkRedrive(target.settings().with(attributes)), now());
    }

    public synchronized SentMessage sendMessage(String queue, SendRequest request) {
        admit("SendMessage", queue);
        var sent = send(find(queue), request);
        serve(find(queue));
        return sent;
    }

    /**
     * Sends 1 to 10 messages of 1 MiB in all; some may fail while others are sent.
     *
     * @return one result per entry, in their order
     */
    public synchronized List<BatchResult<SentMessage>> sendMessageBatch(String queue, List<BatchEntry<SendRequest>> entries) {
        BatchRules.check(entries);
        BatchRules.checkSize(entries);
        var target = find(queue);
        var results = batch("SendMessageBatch", queue, entries, request -> send(target, request));
        serve(target);
        return results;
    }

    private SentMessage send(Queue queue, SendRequest request) {
        MessageRules.check(request, queue.settings().maximumMessageSize());
        var id = ids.uuid();
        queue.send(id, request, now());
        return new SentMessage(id, MessageDigests.ofBody(request.body()), MessageDigests.ofAttributes(request.attributes()));
    }

    /** Receives what is visible now. */
    public synchronized List<ReceivedMessage> receiveMessage(String queue, ReceiveRequest request) {
        admit("ReceiveMessage", queue);
        return receive(withRoom(find(queue)), checked(request));
    }

    /**
     * Receives what is visible now, or waits for messages as long as the request or the queue says.
     *
     * @return completes on the scheduler, unless it is complete already; cancel it to stop waiting
     */
    public synchronized CompletionStage<List<ReceivedMessage>> receiveMessageLater(String queue, ReceiveRequest request) {
        admit("ReceiveMessage", queue);
        var source = find(queue);
        var wait = request.waitTime().orElse(source.settings().receiveWaitTime());
        var received = receive(wait.isZero() ? withRoom(source) : source, checked(request));
        var waiting = polls.get(queue);
        if (!received.isEmpty() || wait.isZero() || waiting == null) {
            return CompletableFuture.completedFuture(received);
        }
        var answer = waiting.add(request, now().plus(wait));
        serve(source);
        return answer;
    }

    private static ReceiveRequest checked(ReceiveRequest request) {
        if (request.maximum() < 1 || request.maximum() > 10) {
            throw new SqsException.InvalidParameterValue("Value " + request.maximum()
                    + " for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.");
        }
        request.visibilityTimeout().ifPresent(MessageRules::visibility);
        request.waitTime().ifPresent(wait -> Seconds.check("WaitTimeSeconds", wait, Seconds.MAXIMUM_WAIT));
        return request;
    }

    /** AWS tells who polls shortly; who polls long waits until there is room. */
    private Queue withRoom(Queue queue) {
        if (queue.inFlight(now()) >= MAXIMUM_IN_FLIGHT) {
            throw new SqsException.OverLimit("Too many messages in flight for queue " + queue.name() + ": " + MAXIMUM_IN_FLIGHT
                    + " are received and neither deleted nor visible again; delete some, or let them become visible.");
        }
        return queue;
    }

    private List<ReceivedMessage> receive(Queue queue, ReceiveRequest request) {
        var now = now();
        var hidden = request.visibilityTimeout().orElse(queue.settings().visibilityTimeout());
        var deadLetters = deadLetters(queue.settings());
        var taken = new ArrayList<StoredMessage>();
        var next = queue.nextVisible(now);
        int room = Math.min(request.maximum(), MAXIMUM_IN_FLIGHT - queue.inFlight(now));
        while (next.isPresent() && taken.size() < room && !taken.contains(next.get())) {
            if (deadLetters.isPresent() && queue.isGivenUp(next.get())) {
                queue.moveTo(deadLetters.get(), next.get(), now);
            } else {
                taken.add(queue.receive(next.get(), hidden, ids.uuid(), now));
            }
            next = queue.nextVisible(now);
        }
        deadLetters.filter(target -> target != queue).ifPresent(this::serve);
        return taken.stream().map(message -> message.asReceived(location.account(), now)).toList();
    }

    /** Deletes a message; a handle that is not its most recent one does nothing, as AWS documents. */
    public synchronized void deleteMessage(String queue, String receiptHandle) {
        admit("DeleteMessage", queue);
        find(queue).delete(ReceiptHandle.parse(receiptHandle));
    }

    /** Deletes 1 to 10 messages by receipt handle; some may fail while others are deleted. */
    public synchronized List<BatchResult<BatchResult.Done>> deleteMessageBatch(String queue, List<BatchEntry<String>> entries) {
        BatchRules.check(entries);
        var target = find(queue);
        return batch("DeleteMessageBatch", queue, entries, handle -> {
            target.delete(ReceiptHandle.parse(handle));
            return BatchResult.Done.DONE;
        });
    }

    /** Hides a message in flight for longer or shorter, up to 12 h after it was received. */
    public synchronized void changeMessageVisibility(String queue, VisibilityChange change) {
        admit("ChangeMessageVisibility", queue);
        change(find(queue), change);
        serve(find(queue));
    }

    /** Changes the visibility of 1 to 10 messages; some may fail while others are changed. */
    public synchronized List<BatchResult<BatchResult.Done>> changeMessageVisibilityBatch(String queue,
            List<BatchEntry<VisibilityChange>> entries) {
        BatchRules.check(entries);
        var target = find(queue);
        var results = batch("ChangeMessageVisibilityBatch", queue, entries, change -> {
            change(target, change);
            return BatchResult.Done.DONE;
        });
        serve(target);
        return results;
    }

    private void change(Queue queue, VisibilityChange change) {
        var timeout = MessageRules.visibility(change.timeout());
        queue.changeVisibility(ReceiptHandle.parse(change.receiptHandle()), timeout, now());
    }

    /** Deletes all messages at once; AWS allows it once a minute. */
    public synchronized void purgeQueue(String queue) {
        admit("PurgeQueue", queue);
        find(queue).purge(now());
    }

    private <T, R> List<BatchResult<R>> batch(String operation, String queue, List<BatchEntry<T>> entries, Function<T, R> one) {
        var decision = admit(call(operation, queue, entries.size()));
        var results = new ArrayList<BatchResult<R>>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var failure = decision.entry(i);
            results.add(failure.isPresent()
                    ? new BatchResult.Failure<>(entry.id(), failure.get().code(), failure.get().message(), false)
                    : attempt(entry, one));
        }
        return List.copyOf(results);
    }

    private static <T, R> BatchResult<R> attempt(BatchEntry<T> entry, Function<T, R> one) {
        try {
            return new BatchResult.Success<>(entry.id(), one.apply(entry.value()));
        } catch (SqsException e) {
            return new BatchResult.Failure<>(entry.id(), e.code(), e.detail(), true);
        }
    }

    private synchronized void serve(Queue queue) {
        var waiting = polls.get(queue.name());
        if (waiting != null && queues.get(queue.name()) == queue) {
            waiting.serve(now(), request -> receive(queue, request));
        }
    }

    private QueueSettings checkRedrive(QueueSettings settings) {
        if (settings.redrivePolicy().isPresent() && deadLetters(settings).isEmpty()) {
            throw new SqsException.InvalidParameterValue("Value " + settings.attributes().get("RedrivePolicy")
                    + " for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.");
        }
        return settings;
    }

    private Optional<Queue> deadLetters(QueueSettings settings) {
        return settings.redrivePolicy().flatMap(policy -> queues.values().stream()
                .filter(queue -> queue.arn().equals(policy.deadLetterTargetArn())).findFirst());
    }

    private Queue find(String name) {
        var queue = queues.get(name);
        if (queue == null) {
            throw new SqsException.QueueDoesNotExist("The specified queue does not exist: " + name + ".");
        }
        return queue;
    }

    private void admit(String operation, String queue) {
        admit(call(operation, queue, 0));
    }

    private FaultDecision admit(Call call) {
        var decision = faults.decide(call);
        decision.refuse(() -> new SqsException.RequestThrottled(
                "Rate exceeded for " + call.operation() + " on queue " + call.resource() + " (ordered fault)."));
        return decision;
    }

    private static Call call(String operation, String queue, int entries) {
        return new Call("sqs:" + operation, queue, entries);
    }

    private Instant now() {
        return scheduler.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
