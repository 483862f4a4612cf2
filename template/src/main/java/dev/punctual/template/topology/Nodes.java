package dev.punctual.template.topology;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;

import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Items;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.Stream;

/** The nodes of a topology as values of {@code topology.json}. */
final class Nodes {

    private Nodes() {
    }

    static <T> Items list(Collection<T> all, Function<T, Members> value) {
        return new Items(all.stream().<Value> map(value).toList());
    }

    static Members stream(Stream stream) {
        Members value = Value.members().and("id", NodeIds.of(stream.source())).and("name", stream.source().name())
                .and("resource", stream.id()).and("consumed", stream.consumed()).and("published", stream.published());
        return stream.arn().map(arn -> value.and("arn", arn)).orElseGet(() -> value
                .and("mode", lower(stream.settings().mode())).and("shards", stream.settings().shards())
                .and("retentionHours", stream.settings().retention().toHours()));
    }

    static Members queue(Queue queue) {
        Members value = Value.members().and("id", NodeIds.of(queue))
                .and("name", NodeIds.name(queue.source(), queue.purpose())).and("resource", queue.id())
                .and("purpose", lower(queue.purpose())).and("source", NodeIds.of(queue.source()))
                .and("visibilityTimeoutSeconds", queue.visibilityTimeout().toSeconds())
                .and("retentionSeconds", queue.retention().toSeconds());
        Members redriven = queue.redrive().map(redrive -> value.and("maxReceiveCount", redrive.maxReceiveCount()))
                .orElse(value);
        return queue.arn().map(arn -> redriven.and("arn", arn)).orElse(redriven);
    }

    static Members function(dev.punctual.template.stack.Function function) {
        return Value.members().and("id", NodeIds.of(function.role())).and("role", function.role().text())
                .and("resource", function.id()).and("memoryMegabytes", function.settings().memory())
                .and("timeoutSeconds", function.settings().timeout().toSeconds());
    }

    static Members handler(Handler handler) {
        Members value = Value.members().and("id", NodeIds.of(handler)).and("name", handler.id())
                .and("method", handler.method()).and("source", NodeIds.of(handler.source()));
        Members typed = handler.type().isEmpty() ? value : value.and("type", handler.type());
        Members timed = handler.retry().map(retry -> typed.and("budgetMilliseconds", retry.budget().value().toMillis()))
                .orElse(typed);
        return timed.and("ordering", lower(handler.order().ordering())).and("supersede", handler.order().supersede())
                .and("idempotent", handler.idempotent());
    }

    static Members publication(Publication publication) {
        Members value = Value.members().and("stream", NodeIds.of(Source.stream(publication.stream())));
        Members from = publication.handler().isEmpty() ? value
                : value.and("handler", NodeIds.handler(publication.handler()));
        return publication.type().isEmpty() ? from : from.and("type", publication.type());
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
