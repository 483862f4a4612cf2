package dev.punctual.deployment.handler;

import java.lang.reflect.Modifier;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import dev.punctual.deployment.handler.BeanClasses.Standing;

/** Whether a method can be called on a bean, and whether somebody would miss what it returns. */
final class MethodRule implements Rule {

    private final BeanClasses beans;

    MethodRule(BeanClasses beans) {
        this.beans = beans;
    }

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        return Stream.concat(
                method.onEvent().stream().flatMap(annotation -> problems(annotation, method)),
                method.onDeadLetter().stream().flatMap(annotation -> problems(annotation, method)));
    }

    private Stream<Mistake> problems(AnnotationValues annotation, AnnotatedMethod method) {
        return Stream.concat(problems(method), method.emits().isPresent() ? Stream.empty() : returned(method))
                .map(problem -> Mistake.in(annotation, method, problem));
    }

    private Stream<String> problems(AnnotatedMethod method) {
        return Stream.of(visibility(method.method()), statics(method.method()), owner(method))
                .flatMap(problems -> problems);
    }

    private static Stream<String> visibility(MethodInfo method) {
        return when(Modifier.isPrivate(method.flags()),
                "the method is private, so it cannot be called without reflection; remove 'private'");
    }

    private static Stream<String> statics(MethodInfo method) {
        return when(Modifier.isStatic(method.flags()),
                "the method is static, but it is called on its bean; remove 'static'");
    }

    private static Stream<String> returned(AnnotatedMethod method) {
        Type type = method.method().returnType();
        return when(type.kind() != Type.Kind.VOID, "the method returns " + type
                + ", which nobody would see; return void, and throw an exception to fail"
                + (method.onEvent().isPresent() ? ", or add @Emits to publish it" : ""));
    }

    private Stream<String> owner(AnnotatedMethod method) {
        ClassInfo owner = method.owner();
        if (owner.isInterface()) {
            return Stream.of("the method is declared by an interface, and annotations on methods are not inherited;"
                    + " annotate the method of the bean that implements it");
        }
        if (method.method().isAbstract()) {
            return Stream.of("the method is abstract, and annotations on methods are not inherited;"
                    + " annotate the method of the bean that implements it");
        }
        if (owner.isAbstract()) {
            return Stream.of("class " + owner.name() + " is abstract, so it is not a bean, and annotated methods are not"
                    + " inherited; override the method in the bean that extends it, and annotate it there");
        }
        return when(beans.standingOf(owner) == Standing.NONE,
                "class " + owner.name() + " is not a bean; give it a scope, such as @ApplicationScoped");
    }

    private static Stream<String> when(boolean wrong, String problem) {
        return wrong ? Stream.of(problem) : Stream.empty();
    }
}
