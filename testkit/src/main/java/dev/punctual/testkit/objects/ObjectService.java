package dev.punctual.testkit.objects;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.Call;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.time.Scheduler;

/**
 * Amazon S3 general purpose buckets without versions, in memory.
 *
 * <p>
 * Operations are named after AWS's and refuse what AWS refuses, by an {@link S3Exception} or, where a fault was ordered, any
 * {@link AwsException}. To faults the resource is the bucket, followed by a slash and the key where there is one. Thread-safe;
 * no operation blocks.
 */
public final class ObjectService {

    /** 512 MiB, which all objects together may have. */
    public static final long MAXIMUM_BYTES = 512L << 20;

    /** S3's own limit on the objects of a page. */
    public static final int MAXIMUM_KEYS = 1_000;

    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final int MAXIMUM_KEY = 1_024;

    private final Scheduler scheduler;
    private final AwsLocation location;
    private final FaultPlan faults;
    private final Map<String, Bucket> buckets = new TreeMap<>();
    private long bytes;
    private long events;

    public ObjectService(Scheduler scheduler, AwsLocation location, FaultPlan faults) {
        this.scheduler = scheduler;
        this.location = location;
        this.faults = faults;
    }

    /** Where the buckets pretend to be. */
    public AwsLocation location() {
        return location;
    }

    /**
     * How long the answer of an operation is to be held back by ordered faults; ask once per call, then call.
     *
     * @param operation such as {@code PutObject}
     * @param resource a bucket, or a bucket, a slash and a key
     */
    public Duration latency(String operation, String resource) {
        return faults.latency(new Call("s3:" + operation, resource, 0));
    }

    /** Creates a bucket; one that exists is refused, but for us-east-1, where S3 has ever answered as if it were new. */
    public synchronized void createBucket(String bucket) {
        admit("CreateBucket", bucket);
        if (!NAME.matcher(bucket).matches()) {
            throw S3Exception.invalidBucketName(bucket);
        }
        if (buckets.putIfAbsent(bucket, new Bucket()) != null && !location.region().equals("us-east-1")) {
            throw S3Exception.alreadyOwned(bucket);
        }
    }

    /** Refuses a bucket that does not exist. */
    public synchronized void headBucket(String bucket) {
        admit("HeadBucket", bucket);
        find(bucket);
    }

    /** Deletes a bucket, which must be empty. */
    public synchronized void deleteBucket(String bucket) {
        admit("DeleteBucket", bucket);
        if (!find(bucket).isEmpty()) {
            throw S3Exception.bucketNotEmpty(bucket);
        }
        buckets.remove(bucket);
    }

    /** Puts an object; who listens to the bucket is told by the scheduler, outside of any lock. */
    public synchronized StoredObject putObject(PutObject request) {
        admit("PutObject", request.bucket() + "/" + request.key());
        var bucket = find(request.bucket());
        int length = request.key().getBytes(StandardCharsets.UTF_8).length;
        if (length > MAXIMUM_KEY) {
            throw S3Exception.keyTooLong(length);
        }
        var former = bucket.find(request.key());
        if (request.onlyNew() && former.isPresent()) {
            throw S3Exception.preconditionFailed("If-None-Match");
        }
        long after = bytes - former.map(object -> object.content().length).orElse(0) + request.content().length;
        if (after > MAXIMUM_BYTES) {
            throw S3Exception.full(MAXIMUM_BYTES);
        }
        bytes = after;
        var object = new StoredObject(request.key(), request.content(), request.headers(), md5(request.content()),
                now().truncatedTo(ChronoUnit.SECONDS));
        bucket.put(object);
        tell(request.bucket(), bucket, object);
        return object;
    }

    private void tell(String name, Bucket bucket, StoredObject object) {
        var created = new ObjectCreated(name, object, now(), ++events);
        bucket.listeners().forEach(listener -> scheduler.schedule(Duration.ZERO, () -> listener.accept(created)));
    }

    /** The object of this key. */
    public synchronized StoredObject getObject(String bucket, String key) {
        return object("GetObject", bucket, key);
    }

    /** The object of this key, for what is told of it. */
    public synchronized StoredObject headObject(String bucket, String key) {
        return object("HeadObject", bucket, key);
    }

    /** Deletes an object; one that does not exist is no reason to refuse. */
    public synchronized void deleteObject(String bucket, String key) {
        admit("DeleteObject", bucket + "/" + key);
        bytes -= find(bucket).remove(key);
    }

    /**
     * The objects whose keys start so, in the order of their keys.
     *
     * @param after only keys above this one; empty for all
     * @param maximum 0 – 1,000 objects
     */
    public synchronized ObjectPage listObjects(String bucket, String prefix, String after, int maximum) {
        admit("ListObjectsV2", bucket);
        return find(bucket).list(prefix, after, maximum);
    }

    /** Tells a listener of each object that is put into a bucket from now on, after the fact. */
    public synchronized void onCreated(String bucket, Consumer<ObjectCreated> listener) {
        find(bucket).listen(listener);
    }

    private StoredObject object(String operation, String bucket, String key) {
        admit(operation, bucket + "/" + key);
        return find(bucket).find(key).orElseThrow(() -> S3Exception.noSuchKey(key));
    }

    private Bucket find(String name) {
        var bucket = buckets.get(name);
        if (bucket == null) {
            throw S3Exception.noSuchBucket(name);
        }
        return bucket;
    }

    private void admit(String operation, String resource) {
        faults.decide(new Call("s3:" + operation, resource, 0)).refuse(() -> S3Exception.slowDown(resource));
    }

    private Instant now() {
        return scheduler.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no MD5, which entity tags are made of", e);
        }
    }
}
