package dev.punctual.testkit.simulation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Virtual threads whose only carrier is the thread that drives the run, so that a turn costs a change of stacks instead of a
 * change of threads.
 *
 * <p>
 * Needs Java 21 or later with {@code --add-opens java.base/java.lang=ALL-UNNAMED}: a virtual thread's scheduler cannot be
 * chosen otherwise.
 */
final class CarriedThreads implements StrandThreads {

    private final Deque<Runnable> runnable = new ArrayDeque<>();
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
        var next = runnable.poll();
        if (next == null) {
            throw new IllegalStateException("nobody has the baton");
        }
        next.run();
    }

    @Override
    public void join(Thread thread) {
        while (thread.isAlive()) {
            letOthersRun();
        }
    }
}
