package dev.punctual.deployment.container;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a Dockerfile. */
final class Dockerfile {

    /** Where an image has the function, as Lambda's own images do. */
    private static final String FOLDER = "/var/task/";
    private static final String MAIN = "dev.punctual.runtime.FunctionMain";
    private static final String JSON = "\", \"";

    private Dockerfile() {
    }

    /** Lambda's image for runtimes of one's own, for native executables. */
    static final String PROVIDED = "public.ecr.aws/lambda/provided:al2023";

    /** Amazon's JRE of a version. */
    static String corretto(int java) {
        return "public.ecr.aws/docker/library/amazoncorretto:" + java + "-al2023-headless";
    }

    /**
     * That of a function on a JVM.
     *
     * @param classPath names of files of the context, in their order
     * @param events names of files of the context that handlers get while the cache is made
     */
    static String ofJvm(String base, JavaOptions options, List<String> classPath, List<String> events) {
        String cache = FOLDER + options.cacheName();
        String path = classPath.stream().map(FOLDER::concat).collect(Collectors.joining(":"));
        List<String> write = new ArrayList<>(options.always());
        write.addAll(options.write(cache));
        List<String> insist = new ArrayList<>(options.always());
        insist.addAll(options.insist(cache));
        List<String> use = new ArrayList<>(options.always());
        use.addAll(options.use(cache));
        String trained = String.join(" ", command(write, path,
                Stream.concat(Stream.of("--train"), events.stream().map(event -> "/tmp/" + event)).toList()));
        return """
                # Written by the build. From this folder: docker build --provenance=false --tag my-function .
                FROM %s
                %s
                # The JVM of this image writes the cache; the build ends if it cannot start from it.
                RUN %s%s \\
                 && %s
                ENTRYPOINT ["%s"]
                """
                .formatted(base, copies(classPath),
                        events.isEmpty() ? "" : "--mount=type=bind,source=events,target=/tmp/events ",
                        trained, String.join(" ", command(insist, path, List.of("--train=1"))),
                        String.join(JSON, command(use, path, List.of())));
    }

    /** Libraries first: a layer that changes less often. */
    private static String copies(List<String> classPath) {
        List<String> copies = new ArrayList<>();
        if (classPath.stream().anyMatch(name -> name.startsWith("lib/"))) {
            copies.add("COPY lib " + FOLDER + "lib");
        }
        List<String> others = classPath.stream().filter(name -> !name.contains("/")).toList();
        for (int i = others.size() - 1; i >= 0; i--) {
            copies.add("COPY " + others.get(i) + ' ' + FOLDER);
        }
        return String.join("\n", copies);
    }

    private static List<String> command(List<String> options, String classPath, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, MAIN));
        command.addAll(arguments);
        return command;
    }

    /** That of a native executable. */
    static String ofExecutable(String base, String executable) {
        return """
                # Written by the build. From this folder: docker build --provenance=false --tag my-function .
                FROM %s
                COPY --chmod=755 %s %sbootstrap
                ENTRYPOINT ["%sbootstrap"]
                """.formatted(base, executable, FOLDER, FOLDER);
    }
}
