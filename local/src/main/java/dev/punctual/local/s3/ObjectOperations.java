package dev.punctual.local.s3;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.punctual.local.http.HttpAnswer;
import dev.punctual.testkit.objects.ObjectService;
import dev.punctual.testkit.objects.PutObject;
import dev.punctual.testkit.objects.StoredObject;

/** The operations on one object. */
final class ObjectOperations {

    private static final byte[] NOTHING = new byte[0];

    private final ObjectService objects;

    ObjectOperations(ObjectService objects) {
        this.objects = objects;
    }

    HttpAnswer put(S3Request request) {
        check(request);
        request.header("if-none-match").filter(value -> !value.equals("*")).ifPresent(value -> {
            throw S3Refusals.notImplemented("If-None-Match other than *");
        });
        Upload upload = Upload.of(request);
        StoredObject stored = objects.putObject(new PutObject(request.bucket(), request.key(), upload.content(),
                ObjectHeaders.kept(request, upload.checksums()), request.header("if-none-match").isPresent()));
        Map<String, String> headers = new TreeMap<>(upload.checksums());
        headers.put("ETag", ObjectHeaders.quoted(stored));
        return new HttpAnswer(200, headers, NOTHING);
    }

    HttpAnswer get(S3Request request) {
        check(request);
        refuseNoneMatch(request);
        StoredObject object = objects.getObject(request.bucket(), request.key());
        byte[] content = object.content();
        Optional<ByteRange> range = request.header("range").flatMap(told -> ByteRange.parse(told, content.length));
        Map<String, String> headers = ObjectHeaders.of(object, wantsChecksums(request) && range.isEmpty());
        if (range.isEmpty()) {
            return new HttpAnswer(200, headers, content);
        }
        headers.put("Content-Range", range.get().contentRange());
        return new HttpAnswer(206, headers, range.get().of(content));
    }

    HttpAnswer head(S3Request request) {
        check(request);
        refuseNoneMatch(request);
        StoredObject object = objects.headObject(request.bucket(), request.key());
        Map<String, String> headers = ObjectHeaders.of(object, wantsChecksums(request));
        headers.put("Content-Length", Integer.toString(object.content().length));
        return new HttpAnswer(200, headers, NOTHING);
    }

    HttpAnswer delete(S3Request request) {
        check(request);
        objects.deleteObject(request.bucket(), request.key());
        return new HttpAnswer(204, Map.of(), NOTHING);
    }

    private static void check(S3Request request) {
        request.query().allowOnly(Set.of());
        ObjectHeaders.check(request);
    }

    private static void refuseNoneMatch(S3Request request) {
        if (request.header("if-none-match").isPresent()) {
            throw S3Refusals.notImplemented("If-None-Match of this operation");
        }
    }

    private static boolean wantsChecksums(S3Request request) {
        return request.header("x-amz-checksum-mode").filter("ENABLED"::equalsIgnoreCase).isPresent();
    }
}
