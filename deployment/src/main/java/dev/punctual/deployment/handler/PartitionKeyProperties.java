package dev.punctual.deployment.handler;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import dev.punctual.PartitionKey;

/** Finds the properties that {@code @PartitionKey} marks, and the mistakes in them. */
final class PartitionKeyProperties {

    private static final DotName PARTITION_KEY = DotName.createSimple(PartitionKey.class);

    /** A payload class and its public method that returns the key. */
    record Property(Type payload, MethodInfo method) {
    }

    /** A class, and the names that it marks; a record's component marks its field and its accessor, too. */
    private record Marked(ClassInfo owner, Set<String> names) {
    }

    private final PayloadProperties properties;
    private final KeyTypes types;
    private final List<Property> found = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    /**
     * @param index is searched
     * @param computing knows classes of the JDK, too
     */
    PartitionKeyProperties(IndexView index, IndexView computing) {
        this.properties = new PayloadProperties(computing);
        this.types = new KeyTypes(computing);
        Map<DotName, Marked> marked = new TreeMap<>();
        for (AnnotationInstance annotation : index.getAnnotations(PARTITION_KEY)) {
            ClassInfo owner = owner(annotation.target());
            marked.computeIfAbsent(owner.name(), name -> new Marked(owner, new TreeSet<>())).names()
                    .add(name(annotation.target()));
        }
        marked.values().forEach(each -> add(each.owner(), each.names()));
    }

    private void add(ClassInfo owner, Set<String> marked) {
        String name = marked.iterator().next();
        if (marked.size() > 1) {
            mistakes.add(mistake(owner, name, "also marked are " + marked + "; mark one, or a method that joins them"));
            return;
        }
        if (Modifier.isPrivate(owner.flags())) {
            mistakes.add(mistake(owner, name, "the class is private, so its key cannot be read without reflection;"
                    + " remove 'private'"));
            return;
        }
        Type payload = Type.create(owner.name(), Type.Kind.CLASS);
        Optional<MethodInfo> method = properties.find(payload, name);
        if (method.isEmpty()) {
            mistakes.add(mistake(owner, name,
                    "there is no public method without parameters that returns it; add a getter, or mark the method itself"));
            return;
        }
        types.problem(method.get()).ifPresentOrElse(problem -> mistakes.add(mistake(owner, name, problem)),
                () -> found.add(new Property(payload, method.get())));
    }

    private static String mistake(ClassInfo owner, String name, String problem) {
        return "@PartitionKey on " + owner.name() + "#" + name + ": " + problem + ".";
    }

    private static ClassInfo owner(AnnotationTarget target) {
        return switch (target.kind()) {
            case FIELD -> target.asField().declaringClass();
            case METHOD -> target.asMethod().declaringClass();
            default -> target.asRecordComponent().declaringClass();
        };
    }

    private static String name(AnnotationTarget target) {
        return switch (target.kind()) {
            case FIELD -> target.asField().name();
            case METHOD -> target.asMethod().name();
            default -> target.asRecordComponent().name();
        };
    }

    /** Sorted by class. */
    List<Property> found() {
        return found;
    }

    /** Sorted by class. */
    List<String> mistakes() {
        return mistakes;
    }
}
