package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3EndpointTest {

    private static final String BUCKET = "dead-letters";

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final S3Client s3 = Clients.s3(endpoints);

    @BeforeEach
    void prepare() {
        s3.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterEach
    void close() {
        s3.close();
        endpoints.close();
    }

    @Test
    void givesAnObjectBackByteForByteWithWhatItsWriterSaidOfIt() {
        byte[] content = new byte[3 << 20];
        new Random(1).nextBytes(content);

        String tag = s3.putObject(request -> request.bucket(BUCKET).key("a b/ü+?%#&.bin").contentType("application/x-letter")
                .metadata(Map.of("letter", "l-1")).contentEncoding("gzip"), RequestBody.fromBytes(content)).eTag();
        ResponseBytes<GetObjectResponse> read = get("a b/ü+?%#&.bin");

        assertThat(read.asByteArrayUnsafe()).isEqualTo(content);
        assertThat(read.response()).satisfies(told -> {
            assertThat(told.contentType()).isEqualTo("application/x-letter");
            assertThat(told.contentEncoding()).isEqualTo("gzip");
            assertThat(told.metadata()).containsEntry("letter", "l-1");
            assertThat(told.eTag()).isEqualTo(tag).hasSize(34);
        });
    }

    @ParameterizedTest
    @EnumSource(value = ChecksumAlgorithm.class, names = { "CRC32", "CRC32_C", "SHA1", "SHA256" })
    void verifiesTheChecksumThatTheClientTells(ChecksumAlgorithm algorithm) {
        s3.putObject(request -> request.bucket(BUCKET).key("k").checksumAlgorithm(algorithm), RequestBody.fromString("text"));

        GetObjectResponse told = s3
                .getObjectAsBytes(request -> request.bucket(BUCKET).key("k").checksumMode(ChecksumMode.ENABLED)).response();

        assertThat(told.sdkFields()).filteredOn(field -> field.locationName().startsWith("x-amz-checksum-")
                && !field.locationName().endsWith("type") && field.getValueOrDefault(told) != null).hasSize(1);
    }

    @Test
    void tellsLengthAndNoContentOfTheHead() {
        put("k", "0123456789");

        var head = s3.headObject(request -> request.bucket(BUCKET).key("k"));

        assertThat(head.contentLength()).isEqualTo(10);
        assertThat(head.lastModified()).isNotNull();
    }

    @Test
    void givesTheRangeThatWasAskedFor() {
        put("k", "0123456789");

        assertThat(range("bytes=2-4")).isEqualTo("234");
        assertThat(range("bytes=7-")).isEqualTo("789");
        assertThat(range("bytes=-1")).isEqualTo("9");
        assertThat(range("bytes=8-99")).isEqualTo("89");
        assertThatThrownBy(() -> range("bytes=10-")).isInstanceOfSatisfying(S3Exception.class, refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(416);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidRange");
        });
    }

    @Test
    void doesNotReplaceAnObjectThatMustBeNew() {
        put("k", "first");

        assertThatThrownBy(() -> s3.putObject(request -> request.bucket(BUCKET).key("k").ifNoneMatch("*"),
                RequestBody.fromString("second"))).isInstanceOfSatisfying(S3Exception.class, refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(412);
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("PreconditionFailed");
                });
        assertThat(get("k").asUtf8String()).isEqualTo("first");
    }

    @Test
    void refusesWhatDoesNotExistAsS3Does() {
        assertThatThrownBy(() -> get("none")).isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.headObject(request -> request.bucket(BUCKET).key("none")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.getObjectAsBytes(request -> request.bucket("no-bucket").key("k")))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> s3.headBucket(request -> request.bucket("no-bucket")))
                .isInstanceOfSatisfying(S3Exception.class, refusal -> assertThat(refusal.statusCode()).isEqualTo(404));
    }

    @Test
    void deletesOnceAndIsContentTheSecondTime() {
        put("k", "text");

        s3.deleteObject(request -> request.bucket(BUCKET).key("k"));
        s3.deleteObject(request -> request.bucket(BUCKET).key("k"));

        assertThatThrownBy(() -> get("k")).isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void listsKeysOfAPrefixPageByPage() {
        List<String> keys = IntStream.range(0, 25).mapToObj(i -> "aws/lambda/%02d & <é>".formatted(i)).toList();
        keys.forEach(key -> put(key, "text"));
        put("aws/zebra", "other");

        var pages = s3.listObjectsV2Paginator(request -> request.bucket(BUCKET).prefix("aws/lambda/").maxKeys(10));

        assertThat(pages.stream().map(page -> page.contents().size())).containsExactly(10, 10, 5);
        assertThat(pages.contents().stream().map(S3Object::key)).isEqualTo(keys);
    }

    @Test
    void refusesADeletionOfABucketThatHoldsSomething() {
        put("k", "text");

        assertThatThrownBy(() -> s3.deleteBucket(request -> request.bucket(BUCKET)))
                .isInstanceOfSatisfying(S3Exception.class, refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(409);
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("BucketNotEmpty");
                });
    }

    @Test
    void refusesByNameWhatItDoesNotKnow() {
        put("k", "text");

        assertThatThrownBy(() -> s3.copyObject(request -> request.sourceBucket(BUCKET).sourceKey("k")
                .destinationBucket(BUCKET).destinationKey("copy"))).hasMessageContaining("x-amz-copy-source");
        assertThatThrownBy(() -> s3.getObjectTagging(request -> request.bucket(BUCKET).key("k")))
                .hasMessageContaining("tagging");
        assertThatThrownBy(() -> s3.listObjectsV2(request -> request.bucket(BUCKET).delimiter("/")))
                .hasMessageContaining("delimiter");
    }

    private void put(String key, String content) {
        s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(content));
    }

    private ResponseBytes<GetObjectResponse> get(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key));
    }

    private String range(String range) {
        return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("k").range(range)).asUtf8String();
    }
}
