package dev.punctual.deployment.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import dev.punctual.spi.EventCodec;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.BeanStream;

/** The application's own codecs: beans with a type {@code EventCodec<X>} are for the payload type {@code X}. */
final class OwnCodecs {

    static final DotName EVENT_CODEC = DotName.createSimple(EventCodec.class);

    private final Map<DotName, BeanInfo> byPayload = new HashMap<>();

    /**
     * @throws DeploymentException if two beans are for the same payload type
     */
    OwnCodecs(BeanStream beans) {
        for (BeanInfo bean : beans) {
            payloadOf(bean).ifPresent(payload -> add(payload, bean));
        }
    }

    private void add(Type payload, BeanInfo bean) {
        BeanInfo other = byPayload.putIfAbsent(payload.name(), bean);
        if (other != null) {
            throw new DeploymentException("Two beans are codecs of " + payload + ": " + nameOf(other) + " and " + nameOf(bean)
                    + "; keep one");
        }
    }

    /** The bean that is for a type, if there is one. */
    Optional<CodecChoice> of(Type payload) {
        return Optional.ofNullable(byPayload.get(payload.name()))
                .map(bean -> new CodecChoice.Own(bean.getIdentifier(), nameOf(bean)));
    }

    private static Optional<Type> payloadOf(BeanInfo bean) {
        return bean.getTypes().stream()
                .filter(type -> type.name().equals(EVENT_CODEC) && type.kind() == Type.Kind.PARAMETERIZED_TYPE)
                .map(type -> type.asParameterizedType().arguments()).map(OwnCodecs::only).findFirst();
    }

    private static Type only(List<Type> arguments) {
        return arguments.get(0);
    }

    private static String nameOf(BeanInfo bean) {
        return String.valueOf(bean.getTarget().orElseThrow());
    }
}
