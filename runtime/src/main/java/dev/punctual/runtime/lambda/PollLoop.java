package dev.punctual.runtime.lambda;

import java.io.IOException;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

/** Takes invocations, one after the other, until it is ended. */
public final class PollLoop {

    private static final Logger LOG = Logger.getLogger(PollLoop.class);

    /** What a function makes of an invocation. */
    @FunctionalInterface
    public interface Handler {
        /** The answer; whatever it throws is what the invocation fails with. */
        byte[] handle(Invocation invocation) throws Exception;
    }

    private final RuntimeApi api;
    private final Consumer<String> trace;
    private final Handler handler;

    /**
     * @param trace is told X-Ray's header of each invocation before it is handled
     */
    public PollLoop(RuntimeApi api, Consumer<String> trace, Handler handler) {
        this.api = api;
        this.trace = trace;
        this.handler = handler;
    }

    /**
     * Runs until the API is closed.
     *
     * @throws IOException if the API does not answer as it should
     */
    public void run() throws IOException {
        while (!api.isClosed()) {
            Invocation invocation;
            try {
                invocation = api.next();
            } catch (IOException e) {
                if (api.isClosed()) {
                    return;
                }
                throw e;
            }
            trace.accept(invocation.traceHeader());
            handle(invocation);
        }
    }

    // Lambda is to know of everything that goes wrong, Errors too.
    private void handle(Invocation invocation) throws IOException {
        byte[] answer;
        try {
            answer = handler.handle(invocation);
        } catch (VirtualMachineError e) {
            api.failed(invocation.requestId(), ErrorReport.of(e));
            throw e;
        } catch (Throwable e) {
            LOG.errorf(e, "The invocation %s failed", invocation.requestId());
            api.failed(invocation.requestId(), ErrorReport.of(e));
            return;
        }
        api.answer(invocation.requestId(), answer);
    }
}
