package dev.punctual.deployment.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import dev.punctual.template.settings.Architecture;
import dev.punctual.template.settings.StreamMode;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;

/** What the build makes for an application's deployment, where the annotations leave it open. */
@ConfigMapping(prefix = "quarkus.punctual.template")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface TemplateConfig {

    /**
     * Whether {@code package} checks the deadlines and writes the templates to {@code target/punctual}.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * Whether functions are deployed as a zip or as a container image.
     */
    @WithDefault("zip")
    PackageType packageType();

    /**
     * Lambda's managed runtime for an application that is not native, in a zip: {@code java21} or {@code java25}.
     */
    @WithDefault("java25")
    String javaRuntime();

    /**
     * Whether functions on a managed Java runtime start from a snapshot. Lambda makes it when a version is published, which
     * takes some minutes of each deployment.
     */
    @WithDefault("true")
    boolean snapStart();

    /**
     * What the functions run on. By default what a native executable was built on, and {@code arm64} for everything else.
     */
    Optional<Architecture> architecture();

    /**
     * The functions, by role: {@code stream}, {@code retry} or {@code dead-letter}.
     */
    @ConfigDocMapKey("role")
    Map<String, FunctionConfig> function();

    /**
     * The streams, by the name that handlers give them.
     */
    @WithDefaults
    @ConfigDocMapKey("stream-name")
    Map<String, StreamConfig> stream();

    /**
     * The queues that feed handlers, and the queues beside each source, by the name that handlers give it.
     */
    @WithDefaults
    @ConfigDocMapKey("source-name")
    Map<String, QueueConfig> queue();

    /**
     * The streams that injected publishers publish to: nothing else tells the build. Those of {@code @Emits} it knows.
     */
    Optional<List<String>> publishesTo();

    /**
     * What encrypts streams, queues, bucket and ledger: {@code create} for a key of the template's own, or the ARN of one.
     * Unset, what AWS does by default.
     */
    Optional<String> kmsKey();

    /**
     * Whether the functions are attached to a VPC. Its subnets and security groups are parameters of the template then.
     */
    @WithDefault("false")
    boolean vpc();

    /**
     * How many days logs are kept.
     */
    @WithDefault("30")
    int logRetention();

    /**
     * How many crashes of a function an event must survive within its budget. With 0, an event whose function crashed is
     * handled late or not at all, and ends as a dead letter; each more must fit into every budget with a visibility timeout.
     */
    @WithDefault("0")
    int crashesWithinBudget();

    /**
     * A template of your own that is merged into those of the build.
     */
    @WithDefault("src/main/punctual/template.yaml")
    Path merge();

    /**
     * Prices in place of those that are built in, in the same form.
     */
    Optional<Path> prices();

    /** A zip or a container image. */
    enum PackageType {
        /** {@code function.zip}. */
        ZIP,
        /** A container image; its URI is a parameter of the template. */
        IMAGE
    }

    /** One of the functions. */
    interface FunctionConfig {

        /**
         * Its memory in MB, 128 to 10240, with a share of a processor in proportion. By default 1024, and 512 if it is native.
         */
        OptionalInt memory();

        /**
         * Its timeout: 1 to 900 whole seconds. A crash costs an event six times as much.
         */
        @WithDefault("30s")
        Duration timeout();

        /**
         * How many environments it has at most, which no other function of the account can take.
         */
        OptionalInt reservedConcurrency();

        /**
         * How long the start of an environment takes, for the check of the deadlines. By default it is estimated.
         */
        Optional<Duration> coldStart();
    }

    /** One stream. */
    interface StreamConfig {

        /**
         * Its ARN where it exists already. Unset, the template makes it.
         */
        Optional<String> arn();

        /**
         * How its capacity is billed.
         */
        @WithDefault("provisioned")
        StreamMode mode();

        /**
         * How many shards it has, if it is provisioned; a parameter of the template.
         */
        @WithDefault("1")
        int shards();

        /**
         * How long it keeps records: 24 to 8,760 whole hours; a parameter of the template.
         */
        @WithDefault("24h")
        Duration retention();

        /**
         * How many records a batch has at most: 1 to 10,000.
         */
        @WithDefault("100")
        int batchSize();

        /**
         * How long a batch is waited for to fill: 0 to 300 whole seconds. By default a twentieth of the shortest budget.
         */
        Optional<Duration> batchingWindow();

        /**
         * How many batches of one shard run at a time: 1 to 10.
         */
        @WithDefault("1")
        int parallelizationFactor();

        /**
         * How often a batch is delivered again whose function failed as a whole: 0 to 10,000.
         */
        @WithDefault("10")
        int maximumRetryAttempts();

        /**
         * The age at which a record is given up: 60 s to 7 days. By default an hour, or twice the longest budget if that is
         * more.
         */
        Optional<Duration> maximumRecordAge();

        /**
         * Whether Lambda keeps the batches that it gives up on in the bucket, bytes included. By default the on-failure queue
         * is
         * told where they were in the stream, and they are read back.
         */
        @WithDefault("false")
        boolean onFailureBucket();
    }

    /** One queue that feeds handlers, or the queues beside a source. */
    interface QueueConfig {

        /**
         * The ARN of the queue that feeds handlers where it exists already. Unset, the template makes it.
         */
        Optional<String> arn();

        /**
         * How long a message is hidden while a function has it: at most 12 h. By default six times the function's timeout.
         */
        Optional<Duration> visibilityTimeout();

        /**
         * How often a message is received before it is given up: 5 to 1,000.
         */
        @WithDefault("5")
        int maxReceiveCount();

        /**
         * How many messages a batch has at most: 1 to 10.
         */
        @WithDefault("10")
        int batchSize();

        /**
         * How many batches run at a time: 2 to 1,000. By default 10 of a retry queue, 2 of an on-failure queue, and as many of
         * a
         * queue that feeds handlers as the account has.
         */
        OptionalInt maximumConcurrency();
    }
}
