package dev.punctual.local.lambda;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import dev.punctual.local.lambda.process.LiveProcesses;
import dev.punctual.testkit.time.Scheduler;

/**
 * Runs functions as processes of this machine, as AWS Lambda does: one process per concurrent environment, which speaks the
 * Runtime API 2018-06-01 on 127.0.0.1.
 *
 * <p>
 * Safe for use by many threads. No process outlives {@link #close} or an ordinary end of this JVM.
 */
public final class LambdaHost implements AutoCloseable {

    /** Between SIGTERM and SIGKILL, unless told otherwise: what Lambda grants a runtime. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(2);

    private static final AtomicLong WORKERS = new AtomicLong();

    private final Map<String, HostedFunction> functions = new LinkedHashMap<>();
    private final LiveProcesses processes = new LiveProcesses();
    private final HostLoop loop = new HostLoop();
    private final ExecutorService workers = Executors.newCachedThreadPool(LambdaHost::workerThread);
    private final Machine machine;
    private final Thread endOfJvm;
    private boolean closed;

    private LambdaHost(Scheduler scheduler, Duration grace, Supplier<UUID> random) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/local/bin:/usr/bin:/bin");
        this.machine = new Machine(scheduler, loop, workers, processes, new Identifiers(random, scheduler), grace, path);
        this.endOfJvm = new Thread(() -> processes.endAll(grace), "punctual-lambda-end");
    }

    /** Opens a host with random ids and the default grace. */
    public static LambdaHost start(Scheduler scheduler) {
        return start(scheduler, DEFAULT_GRACE, UUID::randomUUID);
    }

    /**
     * Opens a host.
     *
     * @param scheduler for deadlines, timeouts and idle times; on the wall clock, for processes live on it
     * @param grace between SIGTERM and SIGKILL
     * @param random for request and trace ids; called by several threads
     */
    public static LambdaHost start(Scheduler scheduler, Duration grace, Supplier<UUID> random) {
        var host = new LambdaHost(scheduler, grace, random);
        Runtime.getRuntime().addShutdownHook(host.endOfJvm);
        return host;
    }

    /**
     * Adds a function; no process starts before its first invocation.
     *
     * @throws IllegalArgumentException if the name is taken
     * @throws IllegalStateException if the host is closed
     */
    public synchronized HostedFunction register(FunctionSpec spec) {
        if (closed) {
            throw new IllegalStateException("Function '" + spec.name() + "' cannot be registered: the host is closed.");
        }
        var function = new HostedFunction(spec, machine);
        if (functions.putIfAbsent(spec.name(), function) != null) {
            throw new IllegalArgumentException(
                    "Function '" + spec.name() + "' is registered already; give each function a name of its own.");
        }
        return function;
    }

    /** The functions, in the order in which they were registered. */
    public synchronized List<HostedFunction> functions() {
        return List.copyOf(functions.values());
    }

    /** Fails what is under way, ends every process (SIGTERM, grace, SIGKILL) and returns when they are gone. */
    @Override
    public void close() {
        if (!shutDoor()) {
            return;
        }
        var pools = functions().stream().map(HostedFunction::pool).toList();
        loop.execute(() -> pools.forEach(FunctionPool::close));
        processes.endAll(machine.grace());
        allEmpty(pools).join();
        loop.stop();
        workers.shutdown();
        forgetHook();
    }

    private synchronized boolean shutDoor() {
        var first = !closed;
        closed = true;
        return first;
    }

    private static CompletableFuture<Void> allEmpty(Collection<FunctionPool> pools) {
        return CompletableFuture.allOf(pools.stream().map(FunctionPool::empty).toArray(CompletableFuture[]::new));
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(endOfJvm);
        } catch (IllegalStateException jvmEnds) {
            // The hook runs already, or will: it finds no process left.
            return;
        }
    }

    private static Thread workerThread(Runnable task) {
        var thread = new Thread(task, "punctual-lambda-" + WORKERS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
