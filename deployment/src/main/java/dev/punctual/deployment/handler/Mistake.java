package dev.punctual.deployment.handler;

import java.util.Comparator;

/**
 * Something a user has to mend.
 *
 * @param annotation {@code @OnEvent}
 * @param method {@code com.acme.Orders#onOrder}
 * @param problem what is wrong with which value, and how to mend it; without a full stop
 */
record Mistake(String annotation, String method, String problem) implements Comparable<Mistake> {

    private static final Comparator<Mistake> ORDER = Comparator.comparing(Mistake::method).thenComparing(Mistake::annotation)
            .thenComparing(Mistake::problem);

    static Mistake in(AnnotationValues annotation, AnnotatedMethod method, String problem) {
        return new Mistake(annotation.name(), method.name(), problem);
    }

    @Override
    public int compareTo(Mistake other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return annotation + " on " + method + ": " + problem + ".";
    }
}
