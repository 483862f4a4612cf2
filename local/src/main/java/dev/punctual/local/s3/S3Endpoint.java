package dev.punctual.local.s3;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.punctual.local.calls.CallLog;
import dev.punctual.local.http.HttpAnswer;
import dev.punctual.local.http.HttpRequest;
import dev.punctual.local.http.HttpService;
import dev.punctual.local.wire.AnswerFaults;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.faults.Call;
import dev.punctual.testkit.objects.ObjectService;

/**
 * Amazon S3 on the wire (REST and XML, API version 2006-03-01): buckets by path or by host, objects up to 12 MiB in one piece.
 *
 * <p>
 * Thread-safe. Signatures are not checked; checksums are, and told again with the object. Whatever would change an operation in
 * a way that is not known here is refused with {@code NotImplemented}.
 */
public final class S3Endpoint implements HttpService {

    private static final byte[] NOTHING = new byte[0];

    private final BucketOperations buckets;
    private final ObjectOperations objects;
    private final ListOperation listing;
    private final AnswerFaults faults;
    private final CallLog calls;

    public S3Endpoint(ObjectService objects, AnswerFaults faults, CallLog calls) {
        this.calls = calls;
        this.buckets = new BucketOperations(objects);
        this.objects = new ObjectOperations(objects);
        this.listing = new ListOperation(objects);
        this.faults = faults;
    }

    /** Whether a request is for S3 and not for one of the services that name their operation in a header. */
    public static boolean isAddressedBy(HttpRequest request) {
        return request.header("X-Amz-Target").isEmpty() && !request.method().equals("POST")
                && !S3Address.of(request).bucket().isEmpty();
    }

    @Override
    public CompletionStage<HttpAnswer> handle(HttpRequest http) {
        S3Address address = S3Address.of(http);
        String operation = "s3:" + operation(http, address);
        calls.note(http, operation, address.key().isEmpty() ? address.bucket() : address.bucket() + '/' + address.key());
        CompletionStage<HttpAnswer> answer = CompletableFuture.completedFuture(answer(http, address));
        return faults.strike(new Call(operation, address.resource(), 0), answer);
    }

    private HttpAnswer answer(HttpRequest http, S3Address address) {
        try {
            S3Request request = S3Request.of(http);
            return withRequestId(switch (operation(http, address)) {
                case "CreateBucket" -> buckets.create(request);
                case "HeadBucket" -> buckets.head(request);
                case "DeleteBucket" -> buckets.delete(request);
                case "ListObjectsV2" -> listing.list(request);
                case "PutObject" -> objects.put(request);
                case "GetObject" -> objects.get(request);
                case "HeadObject" -> objects.head(request);
                case "DeleteObject" -> objects.delete(request);
                default -> throw S3Refusals.notImplemented("The method " + http.method());
            });
        } catch (AwsException e) {
            return withRequestId(refusal(http, address, e));
        }
    }

    private static String operation(HttpRequest http, S3Address address) {
        boolean object = !address.key().isEmpty();
        return switch (http.method()) {
            case "PUT" -> object ? "PutObject" : "CreateBucket";
            case "GET" -> object ? "GetObject" : "ListObjectsV2";
            case "HEAD" -> object ? "HeadObject" : "HeadBucket";
            case "DELETE" -> object ? "DeleteObject" : "DeleteBucket";
            default -> "";
        };
    }

    private static HttpAnswer refusal(HttpRequest http, S3Address address, AwsException refusal) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/xml"));
        if (refusal instanceof S3Refusals.InvalidRange range) {
            headers.putAll(range.headers());
        }
        byte[] body = http.method().equals("HEAD") ? NOTHING : Xml.document(xml -> {
            xml.writeStartElement("Error");
            Xml.element(xml, "Code", refusal.code());
            Xml.element(xml, "Message", refusal.detail());
            Xml.element(xml, "Resource", "/" + address.resource());
            xml.writeEndElement();
        });
        return new HttpAnswer(refusal.httpStatus(), headers, body);
    }

    private static HttpAnswer withRequestId(HttpAnswer answer) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("x-amz-request-id", UUID.randomUUID().toString());
        return new HttpAnswer(answer.status(), headers, answer.body());
    }
}
