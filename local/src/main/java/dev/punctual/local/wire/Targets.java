package dev.punctual.local.wire;

import java.util.List;

import dev.punctual.local.http.HttpRequest;
import dev.punctual.testkit.aws.AwsException;

/** Finds service and operation by the header {@code X-Amz-Target}, such as {@code Kinesis_20131202.PutRecord}. */
final class Targets {

    private static final String HEADER = "X-Amz-Target";

    private final List<AwsService> services;

    Targets(List<AwsService> services) {
        this.services = List.copyOf(services);
    }

    /** The service a request is for; without a target that tells, the first one words the refusal. */
    AwsService serviceOf(HttpRequest request) {
        String target = request.header(HEADER).orElse("");
        return services.stream().filter(service -> target.startsWith(service.target() + ".")).findFirst()
                .orElse(services.get(0));
    }

    Operation<?> operationOf(HttpRequest request, AwsService service) {
        String target = request.header(HEADER).orElseThrow(() -> unknown("A " + request.method() + " without the header "
                + HEADER + " names no operation; it must be a POST with a target like " + service.target() + ".…"));
        if (!request.method().equals("POST")) {
            throw unknown("The operation " + target + " must be a POST, was a " + request.method());
        }
        if (!target.startsWith(service.target() + ".")) {
            throw unknown("The service of the operation " + target + " is not known here; known are "
                    + services.stream().map(AwsService::target).toList());
        }
        return service.operations().named(target.substring(service.target().length() + 1)).orElseThrow(() -> unknown(
                "The operation " + target + " is not known here; known are " + service.operations().names()));
    }

    static void requireKnownFormat(HttpRequest request) {
        String contentType = request.header("Content-Type").orElse("");
        if (WireFormat.of(contentType).isEmpty()) {
            throw new AwsException("SerializationException", "The content type '" + contentType
                    + "' is not known here; use application/x-amz-json-1.1, -1.0 or application/x-amz-cbor-1.1", 400);
        }
    }

    private static AwsException unknown(String message) {
        return new AwsException("UnknownOperationException", message, 400);
    }
}
