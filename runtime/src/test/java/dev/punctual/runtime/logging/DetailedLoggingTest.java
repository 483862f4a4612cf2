package dev.punctual.runtime.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetailedLoggingTest {

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler sink = new Handler() {
        @Override
        public void publish(LogRecord message) {
            if (isLoggable(message)) {
                logged.add(message.getMessage());
            }
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };
    private final Logger root = Logger.getLogger("");
    private final Logger own = Logger.getLogger("org.acme.orders.Kitchen");
    private final Logger others = Logger.getLogger("org.other.Client");
    private Level before = Level.INFO;
    private final DetailedLogging detail = new DetailedLogging();

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.INFO);
        sink.setLevel(Level.ALL);
        root.addHandler(sink);
    }

    @AfterEach
    void leave() {
        root.removeHandler(sink);
        root.setLevel(before);
    }

    private void inAnotherThread(Runnable task) throws InterruptedException {
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
    }

    @Test
    void logsInDetailWhatTheHandlersPackageLogsInThisThreadMeanwhile() throws InterruptedException {
        own.fine("before");
        detail.begin("org.acme.orders");
        own.fine("detail");
        others.fine("of a library");
        inAnotherThread(() -> {
            own.fine("of another event");
            own.info("news of another event");
        });
        detail.end();
        own.fine("after");

        assertThat(logged).containsExactly("detail", "news of another event");
        assertThat(Logger.getLogger("org.acme.orders").getLevel()).isNull();
        assertThat(sink.getFilter()).isNull();
    }

    @Test
    void goesOnUntilTheLastOfSeveralEventsIsThrough() throws InterruptedException {
        detail.begin("org.acme.orders");
        inAnotherThread(() -> {
            detail.begin("org.acme.orders");
            own.fine("paid");
            detail.end();
            own.fine("after");
        });
        own.fine("placed");
        detail.end();

        assertThat(logged).containsExactly("paid", "placed");
    }

    @Test
    void keepsWhatIsMoreDetailedAnyway() {
        Logger category = Logger.getLogger("org.acme.orders");
        category.setLevel(Level.FINEST);
        try {
            detail.begin("org.acme.orders");
            own.finest("finest");
            detail.end();

            assertThat(logged).containsExactly("finest");
            assertThat(category.getLevel()).isEqualTo(Level.FINEST);
        } finally {
            category.setLevel(null);
        }
    }
}
