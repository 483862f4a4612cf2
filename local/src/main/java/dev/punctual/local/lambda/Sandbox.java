package dev.punctual.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.punctual.local.lambda.process.LiveProcess;
import dev.punctual.local.lambda.process.ProcessCommand;
import dev.punctual.local.lambda.runtimeapi.RuntimeApiServer;
import dev.punctual.local.lambda.runtimeapi.RuntimeCalls;

/** The process of an environment and the Runtime API that it talks to. */
record Sandbox(LiveProcess process, RuntimeApiServer api) implements AutoCloseable {

    /**
     * Starts both; blocks while the operating system does so.
     *
     * @throws UncheckedIOException if the port or the process is refused
     */
    static Sandbox start(String environmentId, FunctionSpec spec, RuntimeCalls calls, Machine machine) {
        try {
            var api = RuntimeApiServer.start(calls, machine.workers());
            try {
                return new Sandbox(startProcess(environmentId, spec, api.address(), machine), api);
            } catch (IOException | RuntimeException refused) {
                api.close();
                throw refused;
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused.getMessage(), refused);
        }
    }

    private static LiveProcess startProcess(String environmentId, FunctionSpec spec, String api, Machine machine)
            throws IOException {
        var variables = EnvironmentVariables.of(spec, machine.path(), machine.identifiers().logStream(), api);
        var command = new ProcessCommand(spec.command(), variables, spec.workingDirectory());
        return machine.processes().start(command, line -> spec.log().accept("[" + environmentId + "] " + line));
    }

    /** Stops the Runtime API; the process is ended by other means. */
    @Override
    public void close() {
        api.close();
    }
}
