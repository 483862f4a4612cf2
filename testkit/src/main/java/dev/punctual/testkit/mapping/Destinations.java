package dev.punctual.testkit.mapping;

import java.util.Optional;

import dev.punctual.testkit.objects.ObjectService;
import dev.punctual.testkit.queue.QueueService;

/** Where on-failure destinations are; without buckets, a mapping can only tell queues. */
record Destinations(QueueService queues, Optional<ObjectService> objects) {

    Destinations checked(StreamMappingSettings settings) {
        if (settings.onFailureBucket().isPresent() && objects.isEmpty()) {
            throw new IllegalArgumentException("StreamMapping: onFailureBucket is '" + settings.onFailureBucket().get()
                    + "', but there are no buckets; give the mapping an ObjectService");
        }
        return this;
    }
}
