package dev.punctual.deployment.handler;

import java.util.stream.Stream;

/** Finds the mistakes of one kind in a method. */
@FunctionalInterface
interface Rule {

    Stream<Mistake> check(AnnotatedMethod method);
}
