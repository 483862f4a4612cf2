package dev.punctual.deployment.codec;

import java.util.Optional;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Knows the annotations that change what Jackson makes of a class, and the two of them that codecs heed. */
final class JacksonAnnotations {

    private static final DotName PROPERTY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName IGNORE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonIgnore");

    private JacksonAnnotations() {
    }

    /**
     * Refuses what codecs do not heed.
     *
     * @throws UnsupportedShapeException if the class has such an annotation, anywhere
     */
    static void refuse(ClassInfo type, IndexView index) throws UnsupportedShapeException {
        for (AnnotationInstance annotation : type.annotations()) {
            boolean understood = !type.isEnum()
                    && (isName(annotation)
                            || annotation.name().equals(IGNORE) && annotation.values().isEmpty() && !type.isRecord());
            if (!understood && (isJacksons(annotation.name()) || isMadeOfJacksons(annotation.name(), index))) {
                throw new UnsupportedShapeException("@" + annotation.name().withoutPackagePrefix() + " on "
                        + place(annotation.target(), type));
            }
        }
    }

    private static boolean isName(AnnotationInstance annotation) {
        return annotation.name().equals(PROPERTY) && annotation.values().size() == 1 && annotation.value() != null
                && !annotation.value().asString().isEmpty();
    }

    private static boolean isJacksons(DotName name) {
        return name.toString().startsWith("com.fasterxml.jackson.") || name.toString().startsWith("java.beans.");
    }

    private static boolean isMadeOfJacksons(DotName name, IndexView index) {
        ClassInfo annotation = index.getClassByName(name);
        return annotation != null && annotation.declaredAnnotations().stream().anyMatch(meta -> isJacksons(meta.name()));
    }

    private static String place(AnnotationTarget target, ClassInfo type) {
        return switch (target.kind()) {
            case FIELD -> target.asField().name();
            case METHOD -> target.asMethod().name();
            case METHOD_PARAMETER -> target.asMethodParameter().method().name();
            case RECORD_COMPONENT -> target.asRecordComponent().name();
            default -> type.simpleName();
        };
    }

    /** The name that {@code @JsonProperty} gives, if it is there. */
    static Optional<String> name(AnnotationTarget target) {
        return Optional.ofNullable(target.declaredAnnotation(PROPERTY)).map(annotation -> annotation.value().asString());
    }

    /** Whether {@code @JsonIgnore} is there. */
    static boolean isIgnored(AnnotationTarget target) {
        return target.hasDeclaredAnnotation(IGNORE);
    }
}
