package dev.punctual.deployment.handler;

import org.jboss.jandex.ClassInfo;

/** Knows which classes are beans. */
@FunctionalInterface
interface BeanClasses {

    /** What a class is to the container. */
    enum Standing {
        /** An enabled bean. */
        BEAN,
        /** Written as a bean, but left out of this build, by a build profile or property, say. */
        DISABLED,
        /** Not a bean. */
        NONE
    }

    Standing standingOf(ClassInfo type);
}
