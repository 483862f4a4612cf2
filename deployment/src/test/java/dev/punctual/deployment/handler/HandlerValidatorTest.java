package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import dev.punctual.EventContext;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deployment.handler.BeanClasses.Standing;

class HandlerValidatorTest {

    record Order(String id) {
    }

    enum Level {
        LOW,
        HIGH {
        }
    }

    @ApplicationScoped
    static class Right {
        @OnEvent(stream = "a.b_c-1", type = "placed", id = "an id")
        public void first(Order order) {
        }

        @OnEvent(queue = "orders_1-x")
        protected void second(EventContext context, byte[] bytes) {
        }

        @OnEvent(stream = "orders")
        void third(Level level, EventContext context) {
        }

        @OnDeadLetter(handler = "an id")
        void dead(DeadLetter letter) {
        }

        @OnDeadLetter
        void everyDead(DeadLetter letter) {
        }
    }

    static class Twins {
        @ApplicationScoped
        static class Orders {
            @OnEvent(stream = "orders")
            void on(Order order) {
            }
        }
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        void on(Order order) {
        }

        @OnEvent(stream = "orders", id = "Orders.on")
        void second(Order order) {
        }
    }

    @ApplicationScoped
    static class OnlyDead {
        @OnDeadLetter(handler = "x")
        void on(DeadLetter letter) {
        }
    }

    @Test
    void findsNothingWrongWithWhatIsRight() {
        assertThat(Validation.of(Right.class, Order.class, Level.class).mistakesIn(HandlerValidatorTest.class)).isEmpty();
    }

    @Test
    void namesEveryHandlerThatTakesAnIdAlreadyTaken() {
        List<String> mistakes = Validation.of(Orders.class, Twins.Orders.class).mistakesIn(HandlerValidatorTest.class);

        String first = "is also that of Orders#on(Order); give one of them another, with id = \"…\".";
        assertThat(mistakes).containsExactly("@OnEvent on Orders#second: id 'Orders.on' " + first,
                "@OnEvent on Twins$Orders#on: id 'Orders.on' " + first);
    }

    @Test
    void saysThatThereAreNoHandlersWhereADeadLetterMethodNamesOne() {
        assertThat(Validation.of(OnlyDead.class).mistakesIn(HandlerValidatorTest.class)).containsExactly(
                "@OnDeadLetter on OnlyDead#on: no handler has the id 'x'; there are none, or leave it out to take every letter.");
    }

    @Test
    void overlooksWhatIsLeftOutOfThisBuild() throws Exception {
        Index index = Index.of(Orders.class, Twins.Orders.class);
        HandlerValidator validator = new HandlerValidator(index, type -> Standing.DISABLED, Optional::of);

        assertThat(validator.validate(HandlerScanner.scan(index))).isEmpty();
        assertThat(validator.enabled(HandlerScanner.scan(index))).isEmpty();
    }
}
