package dev.punctual.devui;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What Dev UI's page for journeys calls; every public method is one that a browser on this machine can call. */
@Singleton
public class JourneysJsonRpc {

    private final JourneysPage page;

    @Inject
    JourneysJsonRpc(StepRecorder recorder) {
        this.page = new JourneysPage(recorder);
    }

    /** The latest journeys whose correlation id contains a text. */
    public List<JourneyRow> journeys(String text) {
        return page.rows(text);
    }

    /** One journey; no value, and no problem, where nothing is known of it. */
    public Answer<JourneyView> journey(String correlationId) {
        return Answer.of(() -> page.journey(correlationId).orElse(null));
    }
}
