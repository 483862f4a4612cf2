package dev.punctual.template.cost;

import java.util.Arrays;
import java.util.List;

/** What AWS charges for; the keys of price files. Prices are for one unit, or for a million where the key says so. */
public enum Price {
    /** A shard of a provisioned stream, for an hour. */
    SHARD_HOUR("kinesis.shard-hour"),
    /** More for a shard that keeps records for longer than a day, for an hour. */
    EXTENDED_RETENTION("kinesis.extended-retention-shard-hour"),
    /** A million PUT payload units of 25 KB, rounded up for each record. */
    PUT_UNITS("kinesis.put-units-million"),
    /** A stream on demand, for an hour. */
    STREAM_HOUR("kinesis.on-demand-stream-hour"),
    /** A GB into a stream on demand, rounded up to 1 KB for each record. */
    STREAM_GB_IN("kinesis.on-demand-in-gb"),
    /** A GB out of a stream on demand. */
    STREAM_GB_OUT("kinesis.on-demand-out-gb"),
    /** A million invocations. */
    INVOCATIONS("lambda.requests-million"),
    /** A GB of memory for a second, on arm64. */
    ARM_GB_SECOND("lambda.gb-second-arm64"),
    /** A GB of memory for a second, on x86_64. */
    X86_GB_SECOND("lambda.gb-second-x86_64"),
    /** A million requests to a standard queue, each of 64 KB. */
    QUEUE_REQUESTS("sqs.requests-million"),
    /** A million writes of 1 KB to a table on demand. */
    TABLE_WRITES("dynamodb.writes-million"),
    /** A million reads of 4 KB of a table on demand. */
    TABLE_READS("dynamodb.reads-million"),
    /** A key, for a month. */
    KEY_MONTH("kms.key-month"),
    /** A million requests to KMS. */
    KEY_REQUESTS("kms.requests-million"),
    /** An alarm on a metric, for a month. */
    ALARM_MONTH("cloudwatch.alarm-month"),
    /** A composite alarm, for a month. */
    COMPOSITE_MONTH("cloudwatch.composite-alarm-month"),
    /** A dashboard, for a month. */
    DASHBOARD_MONTH("cloudwatch.dashboard-month"),
    /** A GB of logs taken in. */
    LOG_GB("cloudwatch.logs-gb");

    private static final String OF_A_MILLION = "-million";

    private final String key;

    Price(String key) {
        this.key = key;
    }

    /** As price files name it. */
    public String key() {
        return key;
    }

    /** Whether it is that of a million units. */
    boolean ofAMillion() {
        return key.endsWith(OF_A_MILLION);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Price::key).toList();
    }
}
