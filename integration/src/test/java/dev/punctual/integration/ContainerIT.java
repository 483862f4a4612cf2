package dev.punctual.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What packaging the application makes for a container, run as processes of the JDKs of this machine. */
class ContainerIT {

    private static final Path ARTEFACTS = Path.of(System.getProperty("artefacts"));
    private static final Path CONTEXT = ARTEFACTS.resolve("container");
    private static final Pattern LOADED = Pattern.compile("(?m)\\] (dev\\.punctual\\.\\S+) source: ");

    @TempDir
    Path scratch;

    static List<Jdk> jdks() throws IOException {
        return Jdk.ofThisMachine();
    }

    /** The commands of the Dockerfile, as they are for a JDK and a folder of this machine. */
    private List<List<String>> commands(Jdk jdk) throws IOException {
        String file = Files.readString(CONTEXT.resolve("Dockerfile"));
        String training = file.substring(file.indexOf("RUN ") + 4, file.indexOf("ENTRYPOINT")).replace("\\\n", "");
        List<List<String>> commands = new ArrayList<>();
        for (String command : training.split("&&")) {
            commands.add(Arrays.asList(command.strip().split(" +")));
        }
        commands.add(
                Arrays.asList(file.substring(file.indexOf("ENTRYPOINT [\"") + 13, file.lastIndexOf("\"]")).split("\", \"")));
        return commands.stream().map(command -> command.stream().map(word -> here(word, jdk)).toList()).toList();
    }

    private String here(String word, Jdk jdk) {
        return word.equals("java") ? jdk.java()
                : word.replaceAll("/var/task/(function[^:]*)", scratch + "/$1").replace("/var/task", CONTEXT.toString());
    }

    /** The options with which the JVM of an older JDK does the same. */
    private static List<String> archived(List<String> command) {
        return command.stream().filter(word -> !word.equals("-XX:AOTMode=on") && !word.equals("-XX:-AOTRecordTraining"))
                .map(word -> word.replace("-XX:AOTCacheOutput=", "-XX:ArchiveClassesAtExit=").replace("-XX:AOTCache=",
                        "-XX:SharedArchiveFile="))
                .toList();
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String event(String id) {
        String event = "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/shop\",\"type\":\"order_placed\",\"data\":{\"id\":\""
                + id + "\",\"items\":2}}";
        String number = "49590338271490256608559692538361571095921575989136588898";
        return "{\"Records\":[{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"1\",\"sequenceNumber\":\""
                + number
                + "\",\"data\":\"" + Base64.getEncoder().encodeToString(event.getBytes(UTF_8))
                + "\",\"approximateArrivalTimestamp\":" + (System.currentTimeMillis() / 1_000 - 1)
                + ".5},\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\",\"eventID\":\"shardId-000000000006:" + number
                + "\",\"eventName\":\"aws:kinesis:record\",\"invokeIdentityArn\":\"arn:aws:iam::123456789012:role/r\","
                + "\"awsRegion\":\"us-east-1\",\"eventSourceARN\":\"arn:aws:kinesis:us-east-1:123456789012:stream/orders\"}]}";
    }

    @Test
    void theBuildTellsWhatTheArtefactTakes() throws IOException {
        assertThat(Files.readString(ARTEFACTS.resolve("start.json"))).contains("\"imageBytes\"", "\"withCache\"",
                "\"group\": \"software.amazon.awssdk\"", "\"group\": \"the application\"").doesNotContain("\"other\"");
    }

    @Test
    void theFunctionStartsFromTheCacheOfTheBuild() throws Exception {
        Path output = scratch.resolve("output.txt");

        try (RunningFunction function = new RunningFunction(output,
                List.of(Jdk.own().java(), "@" + ARTEFACTS.resolve("cache/function.args")))) {
            assertThat(function.invoke(event("o-9"))).isEqualTo("{\"batchItemFailures\":[]}");
        }
        assertThat(Files.readString(output)).contains("handled o-9");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theImageStartsFromACacheThatItTrainsWithoutHandlersAndIsPrimed(Jdk jdk) throws Exception {
        List<List<String>> commands = commands(jdk).stream().map(command -> jdk.version() < 25 ? archived(command) : command)
                .toList();

        assertThat(run(commands.get(0))).doesNotContain("handled").contains("first-answer");
        assertThat(run(commands.get(1))).doesNotContain("handled", "IllegalAccessError").contains("first-answer");

        List<String> entry = new ArrayList<>(commands.get(2));
        Path classes = scratch.resolve("classes.txt");
        entry.add(1, "-Xlog:class+load:file=" + classes);
        Path output = scratch.resolve("output.txt");
        try (RunningFunction function = new RunningFunction(output, entry)) {
            function.awaitPoll();
            int before = Files.readString(classes).length();
            assertThat(Files.readString(output)).doesNotContain("handled");

            assertThat(function.invoke(event("o-7"))).isEqualTo("{\"batchItemFailures\":[]}");

            assertThat(Files.readString(output)).contains("handled o-7", "CloudWatchMetrics");
            List<String> late = LOADED.matcher(Files.readString(classes).substring(before)).results()
                    .map(found -> found.group(1)).toList();
            assertThat(late).as("classes that the first event loaded")
                    .allMatch(name -> name.startsWith("dev.punctual.integration.Orders")
                            || name.startsWith("dev.punctual.runtime.lambda.")
                            || name.startsWith("dev.punctual.runtime.FunctionLoop"));
        }
        Matcher main = Pattern.compile("dev\\.punctual\\.runtime\\.FunctionMain source: (.*)")
                .matcher(Files.readString(classes));
        assertThat(main.find()).isTrue();
        assertThat(main.group(1)).startsWith("shared objects file");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void handlersSeeEventsThatAreGivenToTheTraining(Jdk jdk) throws Exception {
        Path event = Files.writeString(scratch.resolve("orders.json"), event("o-8"));
        List<String> training = List.of(jdk.java(), "-cp", CONTEXT + "/application.jar:" + CONTEXT + "/libraries.jar",
                "dev.punctual.runtime.FunctionMain", "--train=2", event.toString());

        assertThat(run(training).lines().filter(line -> line.contains("handled o-8"))).hasSize(2);
    }

    @Test
    void aTrainingWhoseEventsFailFails() throws Exception {
        Path event = Files.writeString(scratch.resolve("none.json"), "{\"Records\":[{}]}");

        Process process = new ProcessBuilder(Jdk.own().java(), "-cp",
                CONTEXT + "/application.jar:" + CONTEXT + "/libraries.jar", "dev.punctual.runtime.FunctionMain", "--train=1",
                event.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output).contains("events of the training failed", "Records[0] has no eventSource");
    }
}
