package dev.punctual.template.stack;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Ids of resources in templates: letters and digits, beginning with a letter. */
final class LogicalIds {

    private LogicalIds() {
    }

    /** {@code order-events} becomes {@code OrderEvents}, and {@code 2nd} {@code N2nd}. */
    static String of(String name) {
        String joined = Arrays.stream(name.split("[^A-Za-z0-9]+")).filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1)).collect(Collectors.joining());
        return joined.isEmpty() || Character.isDigit(joined.charAt(0)) ? 'N' + joined : joined;
    }
}
