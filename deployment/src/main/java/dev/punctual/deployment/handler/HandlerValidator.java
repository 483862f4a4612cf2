package dev.punctual.deployment.handler;

import java.util.List;
import java.util.stream.Stream;

import org.jboss.jandex.IndexView;

import dev.punctual.deployment.handler.BeanClasses.Standing;

/** Collects every mistake in the annotated methods of an application. */
final class HandlerValidator {

    private final BeanClasses beans;
    private final PayloadTypes payloads;
    private final List<Rule> rules;

    /**
     * @param index knows the payload types
     */
    HandlerValidator(IndexView index, BeanClasses beans, Expressions expressions) {
        this.beans = beans;
        this.payloads = new PayloadTypes(index);
        this.rules = List.of(new CombinationRule(), new MethodRule(beans), new EventParametersRule(payloads),
                new DeadLetterParametersRule(payloads), new SourceRule(), new RetryRule(expressions),
                new IdempotentRule(index), new OrderedRule(), new EmitsRule(payloads));
    }

    /** The methods whose classes are not left out of this build. */
    List<AnnotatedMethod> enabled(List<AnnotatedMethod> methods) {
        return methods.stream().filter(method -> beans.standingOf(method.owner()) != Standing.DISABLED).toList();
    }

    /** The mistakes in the enabled methods, sorted; an empty list where there is none. */
    List<Mistake> validate(List<AnnotatedMethod> methods) {
        List<AnnotatedMethod> enabled = enabled(methods);
        Stream<Mistake> each = enabled.stream().flatMap(method -> rules.stream().flatMap(rule -> rule.check(method)));
        Stream<Mistake> together = Stream.concat(new Ids(enabled, methods).check(),
                new DeadLetterEvents(enabled, methods, payloads).check());
        return Stream.concat(each, together).sorted().distinct().toList();
    }
}
