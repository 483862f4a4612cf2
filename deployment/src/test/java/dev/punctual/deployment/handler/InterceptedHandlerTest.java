package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.deployment.Applications;
import dev.punctual.runtime.handler.HandlerRegistry;
import io.quarkus.test.QuarkusUnitTest;

class InterceptedHandlerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Journal.class, Noted.class, Notary.class, Orders.class);

    @Singleton
    static class Journal {
        final List<String> lines = new CopyOnWriteArrayList<>();
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Noted {
    }

    @Noted
    @Interceptor
    @Priority(1)
    static class Notary {
        @Inject
        Journal journal;

        @AroundInvoke
        Object note(InvocationContext call) throws Exception {
            journal.lines.add("before");
            return call.proceed();
        }
    }

    @Dependent
    static class Orders {
        @Inject
        Journal journal;

        @Noted
        @OnEvent(stream = "orders")
        void onOrder(byte[] order) {
            journal.lines.add("order");
            if (order.length == 0) {
                throw new IllegalArgumentException("empty");
            }
        }

        @PreDestroy
        void end() {
            journal.lines.add("destroyed");
        }
    }

    @Inject
    HandlerRegistry registry;

    @Inject
    Journal journal;

    @Test
    void interceptsAndDestroysADependentBeanInEachCall() throws Exception {
        journal.lines.clear();

        registry.handlers().get(0).invoker().invoke(null, new Object[] { new byte[1] });

        assertThat(journal.lines).containsExactly("before", "order", "destroyed");
    }

    @Test
    void passesTheExceptionOnUnwrapped() {
        assertThatThrownBy(() -> registry.handlers().get(0).invoker().invoke(null, new Object[] { new byte[0] }))
                .isExactlyInstanceOf(IllegalArgumentException.class).hasMessage("empty");
    }
}
