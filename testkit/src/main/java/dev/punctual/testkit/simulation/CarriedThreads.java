package dev.punctual.testkit.simulation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Virtual threads whose only carrier is the thread that drives the run, so that a turn costs a change of stacks instead of a
 * change of threads.
 *
 * <p>
 * Needs Java 21 or later with {@code --add-opens java.base/java.lang=ALL-UNNAMED}: a virtual thread's scheduler cannot be
 * chosen otherwise.
 */
final class CarriedThreads implements StrandThreads {

    // One that had to wait for a lock that runs share, such as that of a logger, becomes runnable by another thread's doing.
    private final BlockingQueue<Runnable> runnable = new LinkedBlockingQueue<>();
    private final Object builder;
    private final Method create;

    private CarriedThreads(Constructor<?> builders, Method create) throws ReflectiveOperationException {
        Executor carrier = runnable::add;
        this.builder = builders.newInstance(carrier);
        this.create = create;
    }

    static Optional<StrandThreads> ifAvailable() {
        try {
            var builders = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                    .getDeclaredConstructor(Executor.class);
            builders.setAccessible(true);
            var create = Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
            return Optional.of(new CarriedThreads(builders, create));
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            // An older Java, or one that was not told to open the package.
            return Optional.empty();
        }
    }

    @Override
    public Thread create(Runnable body) {
        try {
            return (Thread) create.invoke(builder, body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no virtual thread could be made", e);
        }
    }

    @Override
    public void letOthersRun() {
        try {
            runnable.take().run();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the thread that drives a simulation must not be interrupted", e);
        }
    }

    @Override
    public void join(Thread thread) {
        while (thread.isAlive()) {
            letOthersRun();
        }
    }
}
