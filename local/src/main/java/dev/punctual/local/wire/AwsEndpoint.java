package dev.punctual.local.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import org.jboss.logging.Logger;

import dev.punctual.local.calls.CallLog;
import dev.punctual.local.http.BodyTooLargeException;
import dev.punctual.local.http.HttpAnswer;
import dev.punctual.local.http.HttpRequest;
import dev.punctual.local.http.HttpService;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.faults.Call;

/**
 * AWS's JSON protocols for a few services: finds the operation, reads the request, writes the response or the refusal.
 *
 * <p>
 * Thread-safe. Signatures are not checked. Whatever is wrong with a request is answered as AWS does, with status 4xx.
 */
public final class AwsEndpoint implements HttpService {

    private static final Logger LOG = Logger.getLogger(AwsEndpoint.class);

    private final Targets targets;
    private final AnswerFaults faults;
    private final CallLog calls;

    /** @param services each with a target of its own */
    public AwsEndpoint(List<AwsService> services, AnswerFaults faults, CallLog calls) {
        this.calls = calls;
        this.targets = new Targets(services);
        this.faults = faults;
    }

    @Override
    public CompletionStage<HttpAnswer> handle(HttpRequest request) {
        WireFormat format = request.header("Content-Type").flatMap(WireFormat::of).orElse(WireFormat.JSON_1_1);
        AwsService service = targets.serviceOf(request);
        try {
            byte[] body = request.body();
            Targets.requireKnownFormat(request);
            return call(request, service, targets.operationOf(request, service), format, body);
        } catch (BodyTooLargeException e) {
            return CompletableFuture.completedFuture(refuse(service, format, new AwsException(
                    "RequestEntityTooLargeException", e.getMessage() + "; send fewer or smaller records.", 413)));
        } catch (AwsException e) {
            return CompletableFuture.completedFuture(refuse(service, format, e));
        }
    }

    private <I> CompletionStage<HttpAnswer> call(HttpRequest request, AwsService service, Operation<I> operation,
            WireFormat format, byte[] body) {
        I input = format.read(body, operation.input());
        String action = service.actionPrefix() + ":" + operation.name();
        calls.note(request, action, input instanceof Addressed addressed ? addressed.resource() : "");
        CompletionStage<HttpAnswer> answer = run(operation, input).handle((response, failure) -> failure == null
                ? answer(200, format, response, Map.of())
                : refuse(service, format, failure));
        if (input instanceof Addressed addressed) {
            return faults.strike(new Call(action, addressed.resource(), addressed.entryCount()), answer);
        }
        return answer;
    }

    private static <I> CompletionStage<Object> run(Operation<I> operation, I input) {
        try {
            return operation.run().apply(input);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static HttpAnswer refuse(AwsService service, WireFormat format, Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof AwsException refusal) {
            AwsService.WireError error = service.error(refusal);
            Map<String, Object> body = new HashMap<>(error.members());
            body.put("__type", error.type());
            body.put("message", refusal.detail());
            return answer(refusal.httpStatus(), format, body, error.headers());
        }
        LOG.error("An operation failed; this is a defect of the local endpoints", cause);
        return answer(500, format, Map.of("__type", "InternalFailure", "message", String.valueOf(cause)), Map.of());
    }

    private static HttpAnswer answer(int status, WireFormat format, Object structure, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", format.contentType());
        all.put("x-amzn-RequestId", UUID.randomUUID().toString());
        return new HttpAnswer(status, all, format.write(structure));
    }
}
