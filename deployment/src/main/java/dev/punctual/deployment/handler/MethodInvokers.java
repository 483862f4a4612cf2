package dev.punctual.deployment.handler;

import java.lang.constant.ClassDesc;

import jakarta.enterprise.invoke.Invoker;

import org.jboss.jandex.MethodInfo;

import io.quarkus.arc.deployment.InvokerFactoryBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.deployment.recording.RecorderContext;
import io.quarkus.runtime.RuntimeValue;

/**
 * Has the container generate an invoker for each method: a class in the bean's package that looks the bean up and calls
 * it, interceptors included, without reflection.
 */
final class MethodInvokers {

    private final ClassBeans beans;
    private final InvokerFactoryBuildItem factory;
    private final RecorderContext context;

    MethodInvokers(ClassBeans beans, InvokerFactoryBuildItem factory, RecorderContext context) {
        this.beans = beans;
        this.factory = factory;
        this.context = context;
    }

    /** The invoker as a recorder takes it. */
    RuntimeValue<Invoker<?, ?>> of(MethodInfo method) {
        BeanInfo bean = beans.of(method.declaringClass()).orElseThrow(
                () -> new IllegalArgumentException(AnnotatedMethod.nameOf(method) + " is not a method of a bean"));
        return context.newInstance(nameOf(factory.createInvoker(bean, method).withInstanceLookup().build().getClassDesc()));
    }

    private static String nameOf(ClassDesc type) {
        return type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName();
    }
}
