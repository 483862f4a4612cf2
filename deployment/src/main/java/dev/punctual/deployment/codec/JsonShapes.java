package dev.punctual.deployment.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** Finds out what a payload type and the types it holds are in JSON, or why no codec can be generated. */
final class JsonShapes {

    private static final DotName OPTIONAL = DotName.createSimple("java.util.Optional");
    private static final DotName MAP = DotName.createSimple("java.util.Map");
    private static final DotName STRING = DotName.STRING_NAME;

    /** What Jackson makes of a collection that is declared by its interface. */
    private static final Map<DotName, DotName> COLLECTIONS = Map.of(
            DotName.createSimple("java.util.List"), DotName.createSimple("java.util.ArrayList"),
            DotName.createSimple("java.util.Collection"), DotName.createSimple("java.util.ArrayList"),
            DotName.createSimple("java.util.Set"), DotName.createSimple("java.util.HashSet"));

    private final IndexView index;

    /**
     * @param index computes what it does not hold
     */
    JsonShapes(IndexView index) {
        this.index = index;
    }

    /**
     * A class and those that it holds, each with its properties.
     *
     * @throws UnsupportedShapeException if one of them has a shape for which no codec is generated
     */
    Map<DotName, JsonBean> beans(Type payload) throws UnsupportedShapeException {
        Map<DotName, JsonBean> beans = new LinkedHashMap<>();
        Deque<DotName> open = new ArrayDeque<>();
        if (!(shape(payload, open) instanceof JsonShape.Bean)) {
            throw new UnsupportedShapeException("it is neither a record nor a class with properties");
        }
        while (!open.isEmpty()) {
            DotName type = open.remove();
            if (!beans.containsKey(type)) {
                beans.put(type, bean(type, payload, open));
            }
        }
        return beans;
    }

    private JsonBean bean(DotName name, Type payload, Deque<DotName> found) throws UnsupportedShapeException {
        try {
            return new JsonBeanReader(index, type -> shape(type, found)).read(index.getClassByName(name));
        } catch (UnsupportedShapeException e) {
            throw name.equals(payload.name()) ? e : new UnsupportedShapeException(name + ": " + e.reason());
        }
    }

    private JsonShape shape(Type type, Deque<DotName> found) throws UnsupportedShapeException {
        Optional<JsonScalar> scalar = JsonScalar.of(type);
        if (scalar.isPresent()) {
            return new JsonShape.Scalar(scalar.get());
        }
        return switch (type.kind()) {
            case CLASS -> classShape(type, found);
            case ARRAY -> array(type, found);
            case PARAMETERIZED_TYPE -> parameterized(type, found);
            case TYPE_VARIABLE, UNRESOLVED_TYPE_VARIABLE, TYPE_VARIABLE_REFERENCE ->
                throw new UnsupportedShapeException("the type variable " + type + " is not known");
            default -> throw unsupported(type);
        };
    }

    private JsonShape classShape(Type type, Deque<DotName> found) throws UnsupportedShapeException {
        ClassInfo declared = index.getClassByName(type.name());
        if (declared == null || type.name().toString().startsWith("java.")) {
            throw unsupported(type);
        }
        JacksonAnnotations.refuse(declared, index);
        if (declared.isEnum()) {
            return new JsonShape.Constant(type.name());
        }
        if (declared.isInterface() || declared.isAbstract() || !index.getKnownDirectSubclasses(type.name()).isEmpty()) {
            throw new UnsupportedShapeException(type + " has subtypes");
        }
        if (!declared.typeParameters().isEmpty()) {
            throw new UnsupportedShapeException(type + " has type variables");
        }
        found.add(type.name());
        return new JsonShape.Bean(type.name());
    }

    private JsonShape array(Type type, Deque<DotName> found) throws UnsupportedShapeException {
        Type element = type.asArrayType().componentType();
        if (element.kind() == Type.Kind.PRIMITIVE) {
            throw unsupported(type);
        }
        JsonShape shape = shape(element, found);
        if (element.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            throw unsupported(type);
        }
        return new JsonShape.Array(shape);
    }

    private JsonShape parameterized(Type type, Deque<DotName> found) throws UnsupportedShapeException {
        Type last = type.asParameterizedType().arguments().get(type.asParameterizedType().arguments().size() - 1);
        if (COLLECTIONS.containsKey(type.name())) {
            return new JsonShape.Elements(COLLECTIONS.get(type.name()), shape(last, found));
        }
        if (type.name().equals(OPTIONAL)) {
            return new JsonShape.Maybe(shape(last, found));
        }
        if (type.name().equals(MAP) && type.asParameterizedType().arguments().get(0).name().equals(STRING)) {
            return new JsonShape.Entries(shape(last, found));
        }
        throw unsupported(type);
    }

    private static UnsupportedShapeException unsupported(Type type) {
        return new UnsupportedShapeException("codecs do not know the type " + type);
    }
}
