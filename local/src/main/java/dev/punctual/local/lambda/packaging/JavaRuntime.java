package dev.punctual.local.lambda.packaging;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.punctual.local.lambda.FunctionSpec;
import dev.punctual.local.lambda.FunctionSpecBuilder;

/**
 * Runs a Java handler as Lambda's managed Java runtime does: AWS's runtime interface client on the class path, and the
 * function's folder as the working directory, from which the client loads the classes and {@code lib/*.jar}.
 *
 * @param java the {@code java} program to use
 */
public record JavaRuntime(Path java) {

    /** Of the memory Lambda gives the heap 85 %; the rest is for the metaspace, the code and the stacks. */
    private static final int HEAP_PERCENT = 85;

    /** The runtime on the Java that this JVM runs on. */
    public static JavaRuntime ofThisJvm() {
        return new JavaRuntime(Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    /**
     * Starts a spec: command line, working directory, handler and memory are set.
     *
     * @param handler as AWS takes it, {@code com.acme.Handler::handleRequest}
     * @param memoryMb 128–10,240, checked when the spec is built
     * @throws IllegalStateException if AWS's runtime interface client is not on the class path of this JVM
     */
    public FunctionSpecBuilder function(String name, FunctionPackage code, String handler, int memoryMb) {
        return FunctionSpec.builder(name).command(command(handler, memoryMb)).workingDirectory(code.folder()).handler(handler)
                .memoryMb(memoryMb);
    }

    /** The command line, with the flags that the managed runtime sets for the sake of cold starts. */
    List<String> command(String handler, int memoryMb) {
        var jvm = Stream.of(java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "-Xmx" + 1024L * memoryMb * HEAP_PERCENT / 100 + "k", "-cp", classPath());
        var library = NativeClientLibrary.file().map(file -> "-D" + NativeClientLibrary.PROPERTY + "=" + file).stream();
        return Stream.of(jvm, library, Stream.of(RuntimeInterfaceClient.MAIN_CLASS, handler)).flatMap(part -> part).toList();
    }

    private static String classPath() {
        return RuntimeInterfaceClient.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
