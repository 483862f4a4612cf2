package dev.punctual.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import dev.punctual.cli.access.SqsLetterAccess;
import dev.punctual.cli.session.Interruption;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.terminal.Editor;
import dev.punctual.cli.terminal.Terminal;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Runs commands in this process, on queues of the local endpoint. */
final class CommandFixture implements AutoCloseable {

    /** What a command said, and how it ended. */
    record Run(int code, String out, String err) {
    }

    static final Terminal WINDOW = new Terminal(true, true, false, 120);

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final SqsClient sqs = SqsClient.builder().endpointOverride(endpoints.sqsUri()).region(Region.US_EAST_1)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
    private final String deadLetters = sqs.createQueue(request -> request.queueName("orders-dead-letter")).queueUrl();
    private final String retries = sqs.createQueue(request -> request.queueName("orders-retry")).queueUrl();
    private final Path home;

    Terminal terminal = Terminal.NONE;
    String typed = "";
    /** How much later it is whenever somebody asks. */
    Duration pace = Duration.ZERO;
    Editor editor = file -> {
        throw new IOException("no editor was expected");
    };

    CommandFixture(Path home) {
        this.home = home;
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    String endpoint() {
        return endpoints.sqsUri().toString();
    }

    String retryQueueUrl() {
        return retries;
    }

    void put(DeadLetter letter) {
        putText(Letters.message(letter));
    }

    void putText(String body) {
        sqs.sendMessage(request -> request.queueUrl(deadLetters).messageBody(body));
    }

    List<String> retried() {
        return bodies(retries);
    }

    List<String> left() {
        return bodies(deadLetters);
    }

    /** How many letters there are, those that somebody holds included. */
    int lettersLeft() {
        return size("orders-dead-letter");
    }

    /** How many events were redriven. */
    int eventsRetried() {
        return size("orders-retry");
    }

    /** How many letters somebody holds. */
    int lettersHeld() {
        return Integer.parseInt(
                endpoints.queues().getAttributes("orders-dead-letter").get("ApproximateNumberOfMessagesNotVisible"));
    }

    private int size(String queue) {
        Map<String, String> told = endpoints.queues().getAttributes(queue);
        return Integer.parseInt(told.get("ApproximateNumberOfMessages"))
                + Integer.parseInt(told.get("ApproximateNumberOfMessagesNotVisible"));
    }

    /** Takes every redriven event out of the retry queue and reads the numbers of the orders. */
    List<Integer> ordersRetried() {
        List<Integer> orders = new ArrayList<>();
        for (List<Message> some = taken(); !some.isEmpty(); some = taken()) {
            some.forEach(message -> orders.add(Letters.number(message.body())));
        }
        return orders;
    }

    private List<Message> taken() {
        return sqs.receiveMessage(request -> request.queueUrl(retries).maxNumberOfMessages(10).visibilityTimeout(600))
                .messages();
    }

    /** Orders a fault of SQS, from now on. */
    void fault(String operation, Trigger trigger, Fault fault) {
        endpoints.faults().order(FaultRule.at("sqs:" + operation, trigger, fault));
    }

    /** SQS works again. */
    void faultsEnd() {
        endpoints.faults().clear();
    }

    private List<String> bodies(String url) {
        return sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(0)).messages()
                .stream().map(Message::body).toList();
    }

    List<String> audit() {
        try {
            Path file = home.resolve(".punctual").resolve("audit.jsonl");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code punctual dead-letters} with the options of the queue behind. */
    Run letters(String... words) {
        List<String> all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(words));
        all.addAll(List.of("--source", "orders", "--region", "us-east-1", "--endpoint", endpoint()));
        return run(all.toArray(String[]::new));
    }

    Run run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Session session = new Session(new ByteArrayInputStream(Letters.utf8(typed)), new PrintWriter(out),
                new PrintWriter(err), terminal, clock(), home, "ada", new SqsLetterAccess(), editor,
                new Interruption(Thread.currentThread()));
        int code = Punctual.commandLine(session).execute(words);
        return new Run(code, out.toString(), err.toString());
    }

    private InstantSource clock() {
        AtomicReference<Instant> now = new AtomicReference<>(Letters.NOW);
        return () -> now.getAndUpdate(time -> time.plus(pace));
    }

    @Override
    public void close() {
        sqs.close();
        endpoints.close();
    }
}
