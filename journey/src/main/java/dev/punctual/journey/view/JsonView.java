package dev.punctual.journey.view;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Lane;
import dev.punctual.journey.step.Step;

/** A journey as one JSON object, for scripts; safe for use by several threads. */
public final class JsonView {

    private final JsonFactory json = new JsonFactory();

    /** The object, on one line without an end. */
    public String show(Journey journey) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("correlationId", journey.correlationId());
            out.writeStringField("start", journey.start().toString());
            out.writeStringField("end", journey.end().toString());
            out.writeArrayFieldStart("lanes");
            for (Lane lane : journey.lanes()) {
                lane(out, lane);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory takes every character", e);
        }
        return text.toString();
    }

    private static void lane(JsonGenerator out, Lane lane) throws IOException {
        out.writeStartObject();
        out.writeStringField("eventId", lane.event().id());
        out.writeStringField("type", lane.event().type());
        out.writeStringField("causationId", lane.event().causationId());
        out.writeStringField("handler", lane.handler());
        out.writeStringField("source", lane.source());
        out.writeStringField("arrival", lane.arrival().toString());
        if (lane.deadline().isPresent()) {
            out.writeStringField("deadline", lane.deadline().get().toString());
        }
        out.writeStringField("fate", lane.fate().name().toLowerCase(Locale.ROOT));
        out.writeArrayFieldStart("steps");
        for (Step step : lane.steps()) {
            out.writeStartObject();
            out.writeStringField("start", step.start().toString());
            out.writeStringField("at", step.at().toString());
            out.writeStringField("what", Sentences.words(step));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
