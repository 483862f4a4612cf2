package dev.punctual.runtime.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jboss.logging.Logger;

import dev.punctual.spi.LedgerException;

/**
 * Makes many calls, some of them at once: the calling thread and as many of an executor's as are needed take one call after
 * the other. Where no thread can be had, the calling one makes them all. Safe for use by several threads.
 */
final class Fanout {

    private static final Logger LOG = Logger.getLogger(Fanout.class);

    private final Executor executor;
    private final int width;

    /**
     * @param width how many calls of one batch are made at once, at least 1
     */
    Fanout(Executor executor, int width) {
        this.executor = executor;
        this.width = width;
    }

    /**
     * The results, in the order of what they are of.
     *
     * @throws LedgerException if the thread is interrupted, or as a call throws it
     */
    <T, R> List<R> each(List<T> all, Function<T, R> call) {
        List<CompletableFuture<R>> results = all.stream().map(each -> new CompletableFuture<R>()).toList();
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
                complete(results.get(i), all.get(i), call);
            }
        };
        start(Math.min(width, all.size()) - 1, work);
        work.run();
        return results.stream().map(Fanout::get).toList();
    }

    private void start(int helpers, Runnable work) {
        try {
            for (int i = 0; i < helpers; i++) {
                executor.execute(work);
            }
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            LOG.warnf("No thread could be had for the ledger (%s); its calls take longer", e.getClass().getName());
        }
    }

    private static <T, R> void complete(CompletableFuture<R> result, T of, Function<T, R> call) {
        try {
            result.complete(call.apply(of));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private static <R> R get(CompletableFuture<R> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("the thread was interrupted while it waited for the ledger", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LedgerException known) {
                throw known;
            }
            throw new LedgerException("a call of the ledger failed", e.getCause());
        }
    }
}
