package dev.punctual.deployment.handler;

import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Knows what a key may name: the public methods without parameters of a payload type, inherited ones too. */
final class PayloadProperties {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("hashCode", "toString");

    private final IndexView index;

    /**
     * @param index computes what it does not hold, so that classes of the JDK are known
     */
    PayloadProperties(IndexView index) {
        this.index = index;
    }

    /** The method {@code name()}, else {@code getName()}, else {@code isName()}. */
    Optional<MethodInfo> find(Type payload, String name) {
        List<MethodInfo> readable = readable(payload).toList();
        return Stream.of(name, "get" + capitalised(name), "is" + capitalised(name))
                .flatMap(candidate -> readable.stream().filter(method -> method.name().equals(candidate)))
                .findFirst();
    }

    /** What the payload's author may have meant, sorted. */
    SortedSet<String> names(Type payload) {
        return readable(payload)
                .filter(method -> !method.declaringClass().name().toString().startsWith("java."))
                .filter(method -> method.returnType().kind() != Type.Kind.VOID)
                .map(MethodInfo::name).filter(name -> !OF_EVERY_OBJECT.contains(name))
                .map(PayloadProperties::property).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of the class come before those it inherits, and those of classes before those of interfaces. */
    private Stream<MethodInfo> readable(Type payload) {
        return ancestry(payload.name()).stream().flatMap(type -> type.methods().stream())
                .filter(method -> method.parametersCount() == 0 && Modifier.isPublic(method.flags())
                        && !Modifier.isStatic(method.flags()) && !method.isSynthetic() && !method.isConstructor());
    }

    private Set<ClassInfo> ancestry(DotName payload) {
        Set<ClassInfo> classes = new LinkedHashSet<>();
        for (ClassInfo type = index.getClassByName(payload); type != null && type.superName() != null; type = index
                .getClassByName(type.superName())) {
            classes.add(type);
        }
        Set<ClassInfo> ancestry = new LinkedHashSet<>(classes);
        classes.forEach(type -> addInterfaces(type, ancestry));
        return ancestry;
    }

    private void addInterfaces(ClassInfo type, Set<ClassInfo> found) {
        for (DotName name : type.interfaceNames()) {
            ClassInfo contract = index.getClassByName(name);
            if (contract != null) {
                found.add(contract);
                addInterfaces(contract, found);
            }
        }
    }

    private static String property(String method) {
        for (String prefix : List.of("get", "is")) {
            String rest = method.startsWith(prefix) ? method.substring(prefix.length()) : "";
            if (!rest.isEmpty() && Character.isUpperCase(rest.charAt(0))) {
                return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
            }
        }
        return method;
    }

    private static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
