package dev.punctual.deployment.handler;

import java.util.Optional;

/**
 * A value of {@code @RetryWithin}, as it is written and as it reads here and now.
 *
 * @param attribute the attribute's name
 * @param text what the annotation says
 * @param written whether the user wrote it, rather than leaving the default
 * @param value the text with its expressions evaluated, empty where that must wait for the start of the function
 */
record RetrySetting(String attribute, String text, boolean written, Optional<String> value) {

    static RetrySetting of(AnnotationValues annotation, String attribute, Expressions expressions) {
        String text = annotation.string(attribute);
        return new RetrySetting(attribute, text, annotation.isSet(attribute), expressions.evaluate(text));
    }

    /** {@code value '0s'}, {@code backoff '200ms' (the default)} or <code>value '${orders.budget}' (now '0s')</code>. */
    String described() {
        String quoted = attribute + " '" + text + "'";
        if (!written) {
            return quoted + " (the default)";
        }
        return value.filter(now -> !now.equals(text)).map(now -> quoted + " (now '" + now + "')").orElse(quoted);
    }
}
