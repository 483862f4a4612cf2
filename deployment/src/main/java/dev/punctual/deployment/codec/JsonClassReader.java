package dev.punctual.deployment.codec;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

import dev.punctual.deployment.codec.JsonBean.Property;

/** Reads the properties of a class that is no record: public fields, and pairs of getter and setter. */
final class JsonClassReader {

    private final IndexView index;
    private final JsonBeanReader.ShapeOf shapes;

    JsonClassReader(IndexView index, JsonBeanReader.ShapeOf shapes) {
        this.index = index;
        this.shapes = shapes;
    }

    List<Property> properties(ClassInfo type) throws UnsupportedShapeException {
        MethodInfo constructor = type.method("<init>");
        if (constructor == null || Modifier.isPrivate(constructor.flags())) {
            throw new UnsupportedShapeException("it has no constructor without parameters, or a private one");
        }
        Map<String, Members> found = new LinkedHashMap<>();
        for (ClassInfo owner : Ancestry.classes(type, index)) {
            if (owner != type) {
                JacksonAnnotations.refuse(owner, index);
            }
            collect(owner, found);
        }
        for (ClassInfo contract : Ancestry.interfaces(type, index)) {
            refuseInherited(contract, found.keySet());
        }
        List<Property> properties = new ArrayList<>();
        for (Map.Entry<String, Members> each : found.entrySet()) {
            if (each.getValue().isProperty() && !each.getValue().isIgnored()) {
                properties.add(property(type, each.getKey(), each.getValue()));
            }
        }
        return properties;
    }

    private static void collect(ClassInfo owner, Map<String, Members> found) throws UnsupportedShapeException {
        for (FieldInfo field : owner.unsortedFields()) {
            if (!Modifier.isStatic(field.flags()) && !Modifier.isTransient(field.flags()) && !field.isSynthetic()) {
                found.computeIfAbsent(field.name(), name -> new Members()).field = field;
            }
        }
        for (MethodInfo method : owner.unsortedMethods()) {
            if (Accessors.isGetter(method)) {
                found.computeIfAbsent(Accessors.property(method), name -> new Members()).getter = method;
            } else if (Accessors.isSetter(method)) {
                Members members = found.computeIfAbsent(Accessors.property(method), name -> new Members());
                members.setters.removeIf(setter -> setter.parameterType(0).equals(method.parameterType(0)));
                members.setters.add(method);
            }
        }
    }

    private static void refuseInherited(ClassInfo contract, Set<String> properties) throws UnsupportedShapeException {
        for (MethodInfo method : contract.methods()) {
            if (Accessors.isGetter(method) && !properties.contains(Accessors.property(method))) {
                throw new UnsupportedShapeException("the method " + method.name() + " is inherited from an interface");
            }
        }
    }

    private Property property(ClassInfo type, String name, Members members) throws UnsupportedShapeException {
        JsonBean.Access access = members.access(name, type);
        Type of = members.type();
        return new Property(members.name().orElse(name), of, JsonBeanReader.shape(shapes, name, of), access);
    }

    /** What a class has of one property. */
    private static final class Members {
        private @Nullable FieldInfo field;
        private @Nullable MethodInfo getter;
        private final List<MethodInfo> setters = new ArrayList<>();

        boolean isProperty() {
            return getter != null || !setters.isEmpty() || field != null
                    && (Modifier.isPublic(field.flags()) || JacksonAnnotations.name(field).isPresent());
        }

        boolean isIgnored() {
            return targets().anyMatch(JacksonAnnotations::isIgnored);
        }

        private Stream<AnnotationTarget> targets() {
            return Stream.concat(Stream.of(field, getter).<AnnotationTarget> mapMulti((target, all) -> {
                if (target != null) {
                    all.accept((AnnotationTarget) target);
                }
            }), setters.stream());
        }

        Optional<String> name() throws UnsupportedShapeException {
            Set<String> names = new LinkedHashSet<>();
            targets().forEach(target -> JacksonAnnotations.name(target).ifPresent(names::add));
            if (names.size() > 1) {
                throw new UnsupportedShapeException("a property has the names " + String.join(" and ", names));
            }
            return names.stream().findFirst();
        }

        JsonBean.Access access(String name, ClassInfo type) throws UnsupportedShapeException {
            if (getter != null && setters.size() == 1) {
                MethodInfo setter = setters.get(0);
                if (!setter.parameterType(0).equals(getter.returnType())) {
                    throw new UnsupportedShapeException("property " + name + ": its getter and its setter differ in type");
                }
                boolean near = setter.declaringClass().name().packagePrefix().equals(type.name().packagePrefix());
                if (Modifier.isPrivate(setter.flags()) || !near && !Modifier.isPublic(setter.flags())) {
                    throw new UnsupportedShapeException("property " + name + ": its setter cannot be called");
                }
                return new JsonBean.ByMethods(getter, Optional.of(setter));
            }
            if (field != null && getter == null && setters.isEmpty() && Modifier.isPublic(field.flags())
                    && !Modifier.isFinal(field.flags())) {
                return new JsonBean.ByField(field);
            }
            throw new UnsupportedShapeException(
                    "property " + name + ": it is neither a public field nor a getter with one setter");
        }

        Type type() {
            return getter != null ? getter.returnType() : java.util.Objects.requireNonNull(field).type();
        }
    }
}
