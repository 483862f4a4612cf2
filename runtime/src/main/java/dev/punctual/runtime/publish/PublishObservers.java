package dev.punctual.runtime.publish;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.event.TraceContext;
import dev.punctual.spi.PublishObserver;

/** Has several observers follow each event. */
record PublishObservers(List<PublishObserver> all) implements PublishObserver {

    @Override
    public Publication begin(Outgoing event) {
        List<Publication> begun = all.stream().map(observer -> observer.begin(event))
                .filter(publication -> publication != Publication.NONE).toList();
        return switch (begun.size()) {
            case 0 -> Publication.NONE;
            case 1 -> begun.get(0);
            default -> new All(begun);
        };
    }

    private record All(List<Publication> publications) implements Publication {

        @Override
        public TraceContext trace() {
            return publications.stream().map(Publication::trace).filter(trace -> !trace.isNone()).findFirst()
                    .orElse(TraceContext.NONE);
        }

        @Override
        public void end(@Nullable Throwable failure) {
            publications.forEach(publication -> publication.end(failure));
        }
    }
}
