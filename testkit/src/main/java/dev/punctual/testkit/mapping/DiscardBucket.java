package dev.punctual.testkit.mapping;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import dev.punctual.testkit.aws.RandomIds;

/**
 * Names the objects of discarded batches as Lambda does.
 *
 * @param mapping the UUID of the event source mapping
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html">AWS's description</a>
 */
record DiscardBucket(String mapping, RandomIds ids) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd/uuuu-MM-dd'T'HH.mm.ss")
            .withZone(ZoneOffset.UTC);

    String key(String shardId, Instant at) {
        return "aws/lambda/" + mapping + "/" + shardId + "/" + TIME.format(at) + "-" + ids.uuid();
    }
}
