package dev.punctual.deployment.codec;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

import dev.punctual.deployment.codec.JsonBean.Property;

/** Reads the properties of a class, as far as Jackson and codecs agree on them. */
final class JsonBeanReader {

    /** Tells what a type is in JSON. */
    @FunctionalInterface
    interface ShapeOf {
        JsonShape of(Type type) throws UnsupportedShapeException;
    }

    private final IndexView index;
    private final ShapeOf shapes;

    JsonBeanReader(IndexView index, ShapeOf shapes) {
        this.index = index;
        this.shapes = shapes;
    }

    /**
     * The class with its properties.
     *
     * @throws UnsupportedShapeException if Jackson would make something else of it than a codec
     */
    JsonBean read(ClassInfo type) throws UnsupportedShapeException {
        boolean inner = type.nestingType() != ClassInfo.NestingType.TOP_LEVEL && !Modifier.isStatic(type.flags());
        if (inner && !type.isRecord()) {
            throw new UnsupportedShapeException("it is an inner class");
        }
        List<Property> properties = type.isRecord() ? components(type) : new JsonClassReader(index, shapes).properties(type);
        refuseDuplicates(properties);
        return new JsonBean(type.name(), type.isRecord(), properties);
    }

    private List<Property> components(ClassInfo type) throws UnsupportedShapeException {
        List<RecordComponentInfo> components = type.unsortedRecordComponents();
        DotName[] types = components.stream().map(component -> component.type().name()).toArray(DotName[]::new);
        Optional<MethodInfo> constructor = type.constructors().stream()
                .filter(method -> List.of(types).equals(method.parameterTypes().stream().map(Type::name).toList())).findFirst();
        if (constructor.isEmpty() || Modifier.isPrivate(constructor.get().flags())) {
            throw new UnsupportedShapeException("its constructor is private");
        }
        refuseFurtherGetters(type, components);
        List<Property> properties = new ArrayList<>();
        for (RecordComponentInfo component : components) {
            properties.add(property(component));
        }
        return properties;
    }

    private Property property(RecordComponentInfo component) throws UnsupportedShapeException {
        MethodInfo accessor = component.accessor();
        String name = Stream.of(component, component.field(), accessor)
                .flatMap(target -> JacksonAnnotations.name(target).stream())
                .findFirst().orElse(component.name());
        return new Property(name, component.type(), shape(component.name(), component.type()),
                new JsonBean.ByMethods(accessor, Optional.empty()));
    }

    /** Jackson writes them as properties that it cannot read. */
    private void refuseFurtherGetters(ClassInfo type, List<RecordComponentInfo> components) throws UnsupportedShapeException {
        Set<String> accessors = new HashSet<>();
        components.forEach(component -> accessors.add(component.name()));
        Optional<MethodInfo> further = Stream.concat(Stream.of(type), Ancestry.interfaces(type, index).stream())
                .flatMap(owner -> owner.methods().stream())
                .filter(method -> Accessors.isGetter(method) && !accessors.contains(method.name())).findFirst();
        if (further.isPresent()) {
            throw new UnsupportedShapeException("the method " + further.get().name() + " is a property beside its components");
        }
    }

    private JsonShape shape(String property, Type type) throws UnsupportedShapeException {
        return shape(shapes, property, type);
    }

    static JsonShape shape(ShapeOf shapes, String property, Type type) throws UnsupportedShapeException {
        try {
            return shapes.of(type);
        } catch (UnsupportedShapeException e) {
            throw new UnsupportedShapeException("property " + property + ": " + e.reason());
        }
    }

    private static void refuseDuplicates(List<Property> properties) throws UnsupportedShapeException {
        Set<String> names = new HashSet<>();
        for (Property property : properties) {
            if (!names.add(property.name())) {
                throw new UnsupportedShapeException("two properties are named " + property.name());
            }
        }
        if (names.isEmpty()) {
            throw new UnsupportedShapeException("it has no properties");
        }
    }
}
