package dev.punctual.benchmarks;

import com.dslplatform.json.CompiledJson;

import io.avaje.jsonb.Json;

/** A payload of usual size and shape; public, as the codecs of the libraries demand. */
@Json
@CompiledJson
public record Purchase(String orderId, String customer, String restaurant, String dish, int totalCents, String street,
        long placedAt, boolean express) {

    /** 274 bytes of JSON. */
    static final String JSON = "{\"orderId\":\"6f1d2c1e-8f0b-4a53-9a0e-0d5a3f6b7c81\",\"customer\":\"customer-004711\","
            + "\"restaurant\":\"pizzeria-napoli-4\",\"dish\":\"Pizza quattro stagioni, large, no olives\","
            + "\"totalCents\":1890,\"street\":\"4711 Boulevard of the Measured Nanoseconds\","
            + "\"placedAt\":1795392000123,\"express\":true}";
}
