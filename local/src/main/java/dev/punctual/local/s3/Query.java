package dev.punctual.local.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The parameters behind a path's question mark. */
record Query(Map<String, String> parameters) {

    static Query parse(String raw) {
        Map<String, String> parameters = new TreeMap<>();
        for (String part : raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] pair = part.split("=", 2);
            parameters.put(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : "");
        }
        return new Query(parameters);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Refusals.argument("A query parameter", text, "percent-encoded UTF-8");
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Refuses parameters other than these, those of signatures, and what SDKs name the operation by. */
    void allowOnly(Set<String> known) {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name) && !name.equals("x-id")
                        && !name.toLowerCase(Locale.ROOT).startsWith("x-amz-"))
                .findFirst().ifPresent(name -> {
                    throw S3Refusals.notImplemented("The query parameter '" + name + "' of this operation");
                });
    }
}
