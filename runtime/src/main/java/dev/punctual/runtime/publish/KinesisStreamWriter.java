package dev.punctual.runtime.publish;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;

import dev.punctual.spi.ShardRange;
import dev.punctual.spi.StreamEntry;
import dev.punctual.spi.StreamWriter;
import dev.punctual.spi.WriteResult;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/** Puts records with {@code PutRecords}; safe for use by several threads. */
public final class KinesisStreamWriter implements StreamWriter {

    private static final Logger LOG = Logger.getLogger(KinesisStreamWriter.class);
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    private final Supplier<KinesisClient> client;
    private final UnaryOperator<String> names;

    /**
     * @param client asked for on first need, and each time
     * @param names tells what a stream is named where it is deployed
     */
    public KinesisStreamWriter(Supplier<KinesisClient> client, UnaryOperator<String> names) {
        this.client = client;
        this.names = names;
    }

    @Override
    public List<WriteResult> write(String stream, List<StreamEntry> entries) {
        PutRecordsRequest request = PutRecordsRequest.builder().streamName(names.apply(stream))
                .records(entries.stream().map(KinesisStreamWriter::entry).toList()).build();
        try {
            return client.get().putRecords(request).records().stream().map(KinesisStreamWriter::result).toList();
        } catch (SdkException e) {
            LOG.debugf(e, "PutRecords to %s failed", stream);
            return Collections.nCopies(entries.size(), new WriteResult.Refused(describe(e), isTransitory(e)));
        }
    }

    private static PutRecordsRequestEntry entry(StreamEntry entry) {
        return PutRecordsRequestEntry.builder().partitionKey(entry.partitionKey())
                .data(SdkBytes.fromByteArrayUnsafe(entry.data())).build();
    }

    /** Throttling and internal failures are all that Kinesis refuses single records for. */
    private static WriteResult result(PutRecordsResultEntry result) {
        return result.errorCode() == null ? new WriteResult.Accepted(result.shardId())
                : new WriteResult.Refused("Kinesis refused it with " + result.errorCode(), true);
    }

    // What the SDK says of itself may quote a request.
    private static String describe(SdkException e) {
        if (e instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            return "PutRecords failed with " + answer.awsErrorDetails().errorCode() + " (HTTP " + answer.statusCode() + ')';
        }
        return "PutRecords failed with " + e.getClass().getSimpleName();
    }

    /** What the service refuses for what it is, it refuses again; everything else may be over in a moment. */
    private static boolean isTransitory(SdkException e) {
        if (!(e instanceof AwsServiceException answer)) {
            return true;
        }
        boolean refused = answer.statusCode() >= CLIENT_ERRORS && answer.statusCode() < SERVER_ERRORS;
        return !refused || answer.isThrottlingException() || answer.retryable() || isThrottling(answer);
    }

    private static boolean isThrottling(AwsServiceException answer) {
        String code = answer.awsErrorDetails() == null ? "" : String.valueOf(answer.awsErrorDetails().errorCode());
        return code.contains("Throttl") || code.contains("ThroughputExceeded") || code.equals("LimitExceededException");
    }

    @Override
    public List<ShardRange> shards(String stream) {
        List<ShardRange> ranges = new ArrayList<>();
        ListShardsRequest request = ListShardsRequest.builder().streamName(names.apply(stream))
                .shardFilter(filter -> filter.type(ShardFilterType.AT_LATEST)).build();
        while (true) {
            ListShardsResponse page = client.get().listShards(request);
            page.shards().forEach(shard -> ranges.add(range(shard)));
            if (page.nextToken() == null) {
                return ranges;
            }
            request = ListShardsRequest.builder().nextToken(page.nextToken()).build();
        }
    }

    private static ShardRange range(Shard shard) {
        return new ShardRange(shard.shardId(), new BigInteger(shard.hashKeyRange().startingHashKey()));
    }
}
