package dev.punctual.deployment.handler;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Finds every method that carries an annotation of ours, wherever it is declared: a method that is in the wrong place is
 * a mistake to report, not one to overlook.
 */
final class HandlerScanner {

    private HandlerScanner() {
    }

    /**
     * The annotated methods, sorted by class, name and parameters.
     *
     * @param indexes searched one after the other; a method that several hold is found once
     */
    static List<AnnotatedMethod> scan(IndexView... indexes) {
        Map<String, AnnotatedMethod> found = new TreeMap<>();
        Stream.of(indexes)
                .flatMap(index -> Names.OF_METHODS.stream().map(index::getAnnotations))
                .flatMap(Collection::stream)
                .map(AnnotationInstance::target)
                .map(target -> target.asMethod())
                .filter(HandlerScanner::isWritten)
                .map(AnnotatedMethod::new)
                .forEach(method -> found.putIfAbsent(method.signature(), method));
        return List.copyOf(found.values());
    }

    /** Whether a person wrote the method: the compiler copies annotations to the bridges of generic methods. */
    private static boolean isWritten(MethodInfo method) {
        return !method.isSynthetic();
    }
}
