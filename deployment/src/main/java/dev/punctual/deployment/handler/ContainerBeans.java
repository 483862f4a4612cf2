package dev.punctual.deployment.handler;

import java.lang.reflect.Modifier;
import java.util.function.Predicate;

import org.jboss.jandex.ClassInfo;

/** Judges classes by what the container discovered, and by what it was told to leave out. */
final class ContainerBeans implements BeanClasses {

    private final ClassBeans beans;
    private final Predicate<ClassInfo> vetoed;
    private final Predicate<ClassInfo> scoped;

    /**
     * @param vetoed whether the container was told to leave a class out
     * @param scoped whether a class declares a scope
     */
    ContainerBeans(ClassBeans beans, Predicate<ClassInfo> vetoed, Predicate<ClassInfo> scoped) {
        this.beans = beans;
        this.vetoed = vetoed;
        this.scoped = scoped;
    }

    @Override
    public Standing standingOf(ClassInfo type) {
        if (beans.of(type).isPresent()) {
            return Standing.BEAN;
        }
        return vetoed.test(type) || (scoped.test(type) && canBeBean(type)) ? Standing.DISABLED : Standing.NONE;
    }

    private static boolean canBeBean(ClassInfo type) {
        boolean inner = type.nestingType() != ClassInfo.NestingType.TOP_LEVEL && !Modifier.isStatic(type.flags());
        return !inner && !type.isAbstract() && !type.isInterface();
    }
}
