package dev.punctual.local;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.punctual.local.calls.CallLog;
import dev.punctual.local.calls.RecordedCall;
import dev.punctual.local.dynamodb.DynamoDbEndpoint;
import dev.punctual.local.dynamodb.TableService;
import dev.punctual.local.http.LocalServer;
import dev.punctual.local.kinesis.KinesisEndpoint;
import dev.punctual.local.kms.KmsEndpoint;
import dev.punctual.local.s3.S3Endpoint;
import dev.punctual.local.sqs.SqsEndpoint;
import dev.punctual.local.time.WallScheduler;
import dev.punctual.local.wire.AnswerFaults;
import dev.punctual.local.wire.AwsEndpoint;
import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.keys.KeyService;
import dev.punctual.testkit.objects.ObjectService;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.stream.StreamService;
import dev.punctual.testkit.time.Scheduler;

/**
 * Kinesis, SQS, DynamoDB, S3 and KMS endpoints for AWS's SDKs on this machine, on 127.0.0.1 only, over the models of the test
 * kit
 * and the wall clock.
 *
 * <p>
 * Thread-safe. Credentials and signatures are not checked; any will do. Everything is in memory and gone with {@link #close}.
 */
public final class LocalEndpoints implements AutoCloseable {

    private static final int THREADS = 16;

    private final WallScheduler scheduler = new WallScheduler();
    private final StreamService streams;
    private final QueueService queues;
    private final TableService tables;
    private final ObjectService objects;
    private final KeyService keys;
    private final FaultPlan faults;
    private final LocalServer server;
    private final SqsEndpoint sqs;
    private final CallLog calls = new CallLog();

    private LocalEndpoints(Builder builder) {
        faults = builder.faults;
        streams = new StreamService(scheduler, builder.location, faults, builder.limitsEnforced);
        queues = new QueueService(scheduler, builder.location, faults, new Random());
        tables = new TableService(faults);
        objects = new ObjectService(scheduler, builder.location, faults);
        keys = new KeyService(builder.location, faults, new SecureRandom());
        server = LocalServer.bind(builder.port, THREADS);
        sqs = new SqsEndpoint(queues, server.uri());
        AnswerFaults answers = new AnswerFaults(faults, scheduler);
        AwsEndpoint json = new AwsEndpoint(
                List.of(new KinesisEndpoint(streams), sqs, new DynamoDbEndpoint(tables), new KmsEndpoint(keys)), answers,
                calls);
        S3Endpoint s3 = new S3Endpoint(objects, answers, calls);
        server.serve(request -> S3Endpoint.isAddressedBy(request) ? s3.handle(request) : json.handle(request));
    }

    /** A builder with defaults: a free port, no limits enforced, no faults, {@link AwsLocation#DEFAULT}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts endpoints with the builder's defaults. */
    public static LocalEndpoints start() {
        return builder().start();
    }

    /** For a Kinesis client's {@code endpointOverride}. */
    public URI kinesisUri() {
        return server.uri();
    }

    /** For an SQS client's {@code endpointOverride}. */
    public URI sqsUri() {
        return server.uri();
    }

    /** For a DynamoDB client's {@code endpointOverride}. */
    public URI dynamoDbUri() {
        return server.uri();
    }

    /** For an S3 client's {@code endpointOverride}. */
    public URI s3Uri() {
        return server.uri();
    }

    /** For a KMS client's {@code endpointOverride}. */
    public URI kmsUri() {
        return server.uri();
    }

    /** The calls that came over HTTP so far: each once, with who made it, for what. */
    public Set<RecordedCall> calls() {
        return calls.all();
    }

    /** The streams behind the endpoint. */
    public StreamService streams() {
        return streams;
    }

    /** The queues behind the endpoint. */
    public QueueService queues() {
        return queues;
    }

    /** The tables behind the endpoint. */
    public TableService tables() {
        return tables;
    }

    /** The buckets behind the endpoint. */
    public ObjectService objects() {
        return objects;
    }

    /** The keys behind the endpoint. */
    public KeyService keys() {
        return keys;
    }

    /** The faults that are ordered; more may be at any time. */
    public FaultPlan faults() {
        return faults;
    }

    /** The clock the models live by, for event source mappings on them; it ends with {@link #close}. */
    public Scheduler scheduler() {
        return scheduler;
    }

    /** Ends waiting receives with nothing, gives requests under way up to two seconds, then closes all connections. */
    @Override
    public void close() {
        sqs.close();
        server.close();
        scheduler.close();
    }

    /** Settings of the endpoints. Not thread-safe. */
    public static final class Builder {

        private int port;
        private boolean limitsEnforced;
        private AwsLocation location = AwsLocation.DEFAULT;
        private FaultPlan faults = new FaultPlan(new Random());

        private Builder() {
        }

        /** The port to listen on, 1–65,535; 0, the default, takes a free one. */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("LocalEndpoints: port must be 0 to 65535, was " + port);
            }
            this.port = port;
            return this;
        }

        /** Whether Kinesis' throughput quotas hold, such as 1 MiB/s and 1,000 records/s a shard; by default they do not. */
        public Builder limitsEnforced(boolean enforced) {
            this.limitsEnforced = enforced;
            return this;
        }

        /** The account and region that ARNs and queue URLs name. */
        public Builder location(AwsLocation location) {
            this.location = location;
            return this;
        }

        /** The faults to order; seed its source of randomness for runs that repeat. */
        public Builder faults(FaultPlan faults) {
            this.faults = faults;
            return this;
        }

        /**
         * Starts the endpoints.
         *
         * @throws java.io.UncheckedIOException when the port is taken
         */
        public LocalEndpoints start() {
            return new LocalEndpoints(this);
        }
    }
}
