package dev.punctual.deployment.handler;

import org.jboss.jandex.MethodInfo;

/**
 * A valid dead-letter method.
 *
 * @param method the bean's method
 * @param handler the id of the handler whose letters it takes, or an empty string for every one
 */
public record DeadLetterHandler(MethodInfo method, String handler) {

    static DeadLetterHandler of(AnnotatedMethod method) {
        return new DeadLetterHandler(method.method(), method.onDeadLetter().orElseThrow().string("handler"));
    }
}
