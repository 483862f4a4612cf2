package dev.punctual.publish;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.punctual.PublishException;

/** An event on its way; its future completes outside of every lock. */
final class Publication {

    final OutboundEvent event;
    final Instant giveUpAt;
    final int size;
    final CompletableFuture<Void> done = new CompletableFuture<>();

    Publication(OutboundEvent event, Instant giveUpAt) {
        this.event = event;
        this.giveUpAt = giveUpAt;
        this.size = event.size();
    }

    void accepted() {
        done.complete(null);
    }

    void failed(String why) {
        done.completeExceptionally(
                new PublishException("event " + event.id() + " was not published: " + why, List.of(), List.of(event.id())));
    }
}
