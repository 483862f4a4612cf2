package dev.punctual.deployment.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;

class DockerfileTest {

    private static String of(int java, List<String> classPath, String... events) {
        return Dockerfile.ofJvm(Dockerfile.corretto(java), new JavaOptions(java, List.of("-Dshop=1")), classPath,
                List.of(events));
    }

    @Test
    void hasTheJvmOfTheImageWriteAnAotCacheAndStartFromIt() {
        assertThat(of(25, List.of("application.jar", "libraries.jar")))
                .isEqualTo(
                        """
                                # Written by the build. From this folder: docker build --provenance=false --tag my-function .
                                FROM public.ecr.aws/docker/library/amazoncorretto:25-al2023-headless
                                COPY libraries.jar /var/task/
                                COPY application.jar /var/task/
                                # The JVM of this image writes the cache; the build ends if it cannot start from it.
                                RUN java OPTIONS -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=/var/task/function.aot -cp PATH dev.punctual.runtime.FunctionMain --train \\
                                 && java OPTIONS -XX:AOTMode=on -XX:AOTCache=/var/task/function.aot -cp PATH dev.punctual.runtime.FunctionMain --train=1
                                ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=80", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dshop=1", "-XX:AOTCache=/var/task/function.aot", "-cp", "PATH", "dev.punctual.runtime.FunctionMain"]
                                """
                                .replace("OPTIONS",
                                        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxRAMPercentage=80"
                                                + " --add-opens=java.base/java.lang=ALL-UNNAMED -Dshop=1")
                                .replace("PATH", "/var/task/application.jar:/var/task/libraries.jar"));
    }

    @Test
    void hasAnOlderJvmWriteAnArchive() {
        assertThat(of(17, List.of("application.jar", "libraries.jar", "lib/c.jar")))
                .contains("FROM public.ecr.aws/docker/library/amazoncorretto:17-al2023-headless\nCOPY lib /var/task/lib\n",
                        "-XX:ArchiveClassesAtExit=/var/task/function.jsa", "-Xshare:on",
                        "\"-Xshare:auto\", \"-XX:SharedArchiveFile=/var/task/function.jsa\"",
                        "/var/task/libraries.jar:/var/task/lib/c.jar")
                .doesNotContain("--add-opens", "AOT");
    }

    @Test
    void showsEventsToTheTrainingOnly() {
        assertThat(of(25, List.of("application.jar"), "events/orders.json"))
                .contains("RUN --mount=type=bind,source=events,target=/tmp/events java", "--train /tmp/events/orders.json \\")
                .doesNotContain("COPY events");
    }

    @Test
    void startsAnExecutableItself() {
        assertThat(Dockerfile.ofExecutable(Dockerfile.PROVIDED, "bootstrap")).contains(
                "FROM public.ecr.aws/lambda/provided:al2023", "COPY --chmod=755 bootstrap /var/task/bootstrap",
                "ENTRYPOINT [\"/var/task/bootstrap\"]");
    }

    @Test
    void isNotWrittenForAJvmThatCannotRunTheFunction() {
        assertThatIllegalArgumentException().isThrownBy(() -> new JavaOptions(11, List.of()))
                .withMessage("Java 11 is too old; set 17 or later");
    }
}
