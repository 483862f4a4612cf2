package dev.punctual.testkit.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.Emits;
import dev.punctual.EventPublisher;
import dev.punctual.Idempotent;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.PermanentFailureException;
import dev.punctual.RetryWithin;
import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.LetterRoute;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.EventSource.Kind;
import dev.punctual.publish.Emission;
import dev.punctual.publish.PublishingInvoker;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.EventDecoder;

/**
 * Makes routes to the {@code @OnEvent} and {@code @OnDeadLetter} methods of plain objects, with the meaning that the build
 * gives the annotations.
 */
public final class AnnotatedHandlers {

    private final ObjectMapper mapper;
    private final Expressions expressions;
    private final EventPublisher publisher;
    private final Map<String, Class<?>> payloadTypes = new TreeMap<>();

    /**
     * @param mapper reads payloads
     * @param config values for expressions in annotations
     * @param publisher publishes what handlers return
     */
    public AnnotatedHandlers(ObjectMapper mapper, Map<String, String> config, EventPublisher publisher) {
        this.publisher = publisher;
        this.mapper = mapper;
        this.expressions = new Expressions(config);
    }

    /**
     * The routes to an object's handlers, by the methods' names; none where it has dead-letter methods alone.
     *
     * @throws IllegalArgumentException if the object has neither, or one that the build would refuse
     */
    public List<EventRoute> routesOf(Object bean) {
        List<EventRoute> routes = methods(bean, OnEvent.class).map(method -> route(bean, method)).toList();
        if (routes.isEmpty() && methods(bean, OnDeadLetter.class).findAny().isEmpty()) {
            throw new IllegalArgumentException(bean.getClass().getName() + " has no @OnEvent or @OnDeadLetter method of its"
                    + " own; annotations on methods are not inherited, so give an instance of the class that declares them");
        }
        return routes;
    }

    /**
     * The routes to an object's dead-letter methods, by their names. Those to all handlers must have been made before: the
     * types of events are theirs.
     *
     * @throws IllegalArgumentException if it has one that the build would refuse
     */
    public List<LetterRoute> letterRoutesOf(Object bean) {
        return methods(bean, OnDeadLetter.class).map(method -> letterRoute(bean, method)).toList();
    }

    private static Stream<Method> methods(Object bean, Class<? extends Annotation> annotation) {
        return Arrays.stream(bean.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(annotation) && !method.isBridge())
                .sorted(Comparator.comparing(Method::toString));
    }

    private LetterRoute letterRoute(Object bean, Method method) {
        LetterMethod letterMethod = LetterMethod.of(bean, method);
        String handler = method.getAnnotation(OnDeadLetter.class).handler();
        if (!handler.isEmpty() && !payloadTypes.containsKey(handler)) {
            throw LetterMethod.mistake(method, "no handler has the id '" + handler + "'; there are " + payloadTypes.keySet());
        }
        return new LetterRoute(bean.getClass().getSimpleName() + '#' + method.getName(), handler,
                letterMethod.payloadType().map(type -> payload(letterMethod, type, handler, method)), letterMethod);
    }

    private LetterRoute.Payload payload(LetterMethod letterMethod, Class<?> type, String handler, Method method) {
        if (type == byte[].class) {
            return new LetterRoute.Payload(decoder(type), Optional.empty(), letterMethod.isOptional());
        }
        Set<String> handlers = payloadTypes.entrySet().stream().filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        if (handlers.isEmpty() || !handler.isEmpty() && !handlers.contains(handler)) {
            throw LetterMethod.mistake(method, (handler.isEmpty() ? "no handler takes "
                    : "handler '" + handler
                            + "' does not take ")
                    + type.getName() + "; the handlers take " + payloadTypes);
        }
        return new LetterRoute.Payload(decoder(type), Optional.of(handlers), letterMethod.isOptional());
    }

    private EventRoute route(Object bean, Method method) {
        OnEvent event = method.getAnnotation(OnEvent.class);
        HandlerMethod handler = HandlerMethod.of(bean, method);
        if (event.stream().isEmpty() == event.queue().isEmpty()) {
            throw HandlerMethod.mistake(method, "stream is '" + event.stream() + "' and queue is '" + event.queue()
                    + "'; set one of them");
        }
        Kind kind = event.stream().isEmpty() ? Kind.QUEUE : Kind.STREAM;
        String id = event.id().isEmpty() ? bean.getClass().getSimpleName() + '.' + method.getName() : event.id();
        payloadTypes.put(id, handler.payloadType());
        try {
            return new EventRoute(id, kind, event.stream() + event.queue(), event.type(), decoder(handler.payloadType()),
                    policy(method), idempotency(method, handler), order(method),
                    new PublishingInvoker(id, handler, emission(method), publisher));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(HandlerMethod.mistake(method, String.valueOf(e.getMessage())).getMessage(), e);
        }
    }

    private static Optional<Emission> emission(Method method) {
        return Optional.ofNullable(method.getAnnotation(Emits.class)).map(emits -> new Emission(emits.stream(), emits.type()));
    }

    private EventDecoder<?> decoder(Class<?> payloadType) {
        return payloadType == byte[].class ? (EventDecoder<byte[]>) byte[]::clone : new JsonDecoder(mapper, payloadType);
    }

    private RetryPolicy policy(Method method) {
        List<Class<? extends Throwable>> permanent = new ArrayList<>(List.of(PermanentFailureException.class));
        RetryWithin retry = method.getAnnotation(RetryWithin.class);
        if (retry == null) {
            return new RetryPolicy(new TimeBudget(TimeBudget.LONGEST), 1,
                    new Backoff(TimeBudget.LONGEST, TimeBudget.LONGEST), permanent);
        }
        permanent.addAll(List.of(retry.permanent()));
        return new RetryPolicy(new TimeBudget(duration(retry.value())), retry.maxAttempts(),
                new Backoff(duration(retry.backoff()), duration(retry.maxBackoff())), permanent);
    }

    private Duration duration(String text) {
        return Durations.parse(expressions.resolve(text));
    }

    private static Idempotency idempotency(Method method, HandlerMethod handler) {
        Idempotent idempotent = method.getAnnotation(Idempotent.class);
        if (idempotent == null) {
            return Idempotency.NONE;
        }
        return switch (idempotent.key()) {
            case "" -> new Idempotency.ByRecord();
            case Idempotent.EVENT_ID -> new Idempotency.ByEventId();
            default -> new Idempotency.ByBusinessKey(BusinessKey.of(handler.payloadType(), idempotent.key()));
        };
    }

    private static OrderRule order(Method method) {
        Ordered ordered = method.getAnnotation(Ordered.class);
        return ordered == null ? OrderRule.ANY
                : new OrderRule(ordered.value(), ordered.supersede(), ordered.afterDeadLetter());
    }
}
