package dev.punctual.testkit.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.AfterDeadLetter;
import dev.punctual.EventContext;
import dev.punctual.Idempotent;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.Ordering;
import dev.punctual.PermanentFailureException;
import dev.punctual.RetryWithin;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.EventSource.Kind;
import dev.punctual.publish.StreamPublisher;
import dev.punctual.publish.SwitchTransport;

class AnnotatedHandlersTest {

    record Order(String id, int total) {
    }

    private final AnnotatedHandlers handlers = new AnnotatedHandlers(new ObjectMapper(), Map.of("budget", "7s"),
            new StreamPublisher(new EventJson(new ObjectMapper()), new SwitchTransport(null), InstantSource.system()));

    @Test
    void givesAnnotationsTheMeaningThatTheBuildGivesThem() {
        class Bills {
            @OnEvent(stream = "orders", type = "placed", id = "bill")
            @RetryWithin(value = "${budget}", maxAttempts = 3, backoff = "${backoff:1s}", permanent = ArithmeticException.class)
            @Idempotent(key = "id")
            @Ordered(value = Ordering.PER_KEY, afterDeadLetter = AfterDeadLetter.HALT)
            void bill(EventContext context, Order order) {
            }
        }

        var route = handlers.routesOf(new Bills()).get(0);

        assertThat(route.handler()).isEqualTo("bill");
        assertThat(route.kind()).isEqualTo(Kind.STREAM);
        assertThat(route.source()).isEqualTo("orders");
        assertThat(route.type()).isEqualTo("placed");
        assertThat(route.policy().budget().value()).isEqualTo(Duration.ofSeconds(7));
        assertThat(route.policy().maxAttempts()).isEqualTo(3);
        assertThat(route.policy().backoff().base()).isEqualTo(Duration.ofSeconds(1));
        assertThat(route.policy().permanent()).containsExactly(PermanentFailureException.class, ArithmeticException.class);
        assertThat(route.idempotency()).isInstanceOfSatisfying(Idempotency.ByBusinessKey.class,
                key -> assertThat(key.key().apply(new Order("o-7", 3))).isEqualTo("o-7"));
        assertThat(route.order()).isEqualTo(new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT));
    }

    @Test
    void givesOneAttemptWithoutRetryWithin() {
        class Once {
            @OnEvent(queue = "dishes")
            @Idempotent
            void wash(byte[] dish) {
            }
        }

        var route = handlers.routesOf(new Once()).get(0);

        assertThat(route.handler()).isEqualTo("Once.wash");
        assertThat(route.policy().maxAttempts()).isEqualTo(1);
        assertThat(route.idempotency()).isEqualTo(new Idempotency.ByRecord());
        assertThat(route.order()).isEqualTo(OrderRule.ANY);
    }

    @Test
    void refusesWhatTheBuildWouldRefuse() {
        class Private {
            @OnEvent(queue = "q")
            private void take(byte[] data) {
            }
        }
        class Returns {
            @OnEvent(queue = "q")
            int take(byte[] data) {
                return data.length;
            }
        }
        class TwoPayloads {
            @OnEvent(queue = "q")
            void take(byte[] data, Order order) {
            }
        }
        class NoSource {
            @OnEvent
            void take(byte[] data) {
            }
        }
        class NoValue {
            @OnEvent(queue = "q")
            @RetryWithin("${unset}")
            void take(byte[] data) {
            }
        }
        class NoKey {
            @OnEvent(queue = "q")
            @Idempotent(key = "number")
            void take(Order order) {
            }
        }

        refuses(new Private(), "the method is private or static, so it cannot be called on its bean; remove the modifier.");
        refuses(new Returns(), "the method returns int, which nobody would see; return void, and throw an exception to fail,"
                + " or add @Emits to publish it.");
        refuses(new TwoPayloads(), "take one payload, and an EventContext if you like.");
        refuses(new NoSource(), "stream is '' and queue is ''; set one of them.");
        refuses(new NoValue(), "'${unset}' has no value; give it one, with withConfig(\"unset\", …).");
        refuses(new NoKey(), "key 'number': " + Order.class.getName()
                + " has no public method number(), getNumber() or isNumber() without parameters.");
        assertThatIllegalArgumentException().isThrownBy(() -> handlers.routesOf("text"))
                .withMessageStartingWith("java.lang.String has no @OnEvent or @OnDeadLetter method of its own");
    }

    @Test
    void refusesDeadLetterMethodsThatTheBuildWouldRefuse() {
        class Takes {
            @OnEvent(queue = "q")
            void take(Order order) {
            }
        }
        class TwoEvents {
            @OnDeadLetter
            void take(Order order, byte[] data, DeadLetter letter) {
            }
        }
        class Nothing {
            @OnDeadLetter
            void take() {
            }
        }
        class Several {
            @OnDeadLetter
            void take(List<Order> orders) {
            }
        }
        class Stranger {
            @OnDeadLetter
            void take(Optional<String> text) {
            }
        }
        class NoHandler {
            @OnDeadLetter(handler = "Takes.other")
            void take(DeadLetter letter) {
            }
        }
        class Returns {
            @OnDeadLetter
            int take(DeadLetter letter) {
                return 1;
            }
        }
        handlers.routesOf(new Takes());

        refusesLetters(new TwoEvents(), "; take one event or an Optional of it, one DeadLetter, or both.");
        refusesLetters(new Nothing(), "the method takes []; take one event or an Optional of it, one DeadLetter, or both.");
        refusesLetters(new Several(), "; take an event, or an Optional of it, like Optional<OrderPlaced>.");
        refusesLetters(new Stranger(),
                "no handler takes java.lang.String; the handlers take {Takes.take=" + Order.class + "}.");
        refusesLetters(new NoHandler(), "no handler has the id 'Takes.other'; there are [Takes.take].");
        refusesLetters(new Returns(), "the method returns int, which nobody would see; return void, and throw an exception to"
                + " fail.");
    }

    private void refusesLetters(Object bean, String message) {
        assertThat(handlers.routesOf(bean)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> handlers.letterRoutesOf(bean))
                .withMessageStartingWith("@OnDeadLetter on " + bean.getClass().getName() + "#take: ")
                .withMessageEndingWith(message);
    }

    private void refuses(Object bean, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> handlers.routesOf(bean))
                .withMessageStartingWith("@OnEvent on " + bean.getClass().getName() + "#take: ").withMessageEndingWith(message);
    }
}
