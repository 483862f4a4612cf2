package dev.punctual.samples.food.driver;

import java.nio.file.Path;

import dev.punctual.samples.food.driver.Format.Payload;

/** Where the built functions are; the script that builds them tells. */
final class Functions {

    private Functions() {
    }

    /** The artefact whose handlers read orders of this kind. */
    static Path of(Payload payload) {
        return payload == Payload.JSON ? Path.of(System.getProperty("functions.zip", "functions/target/function.zip"))
                : Path.of(System.getProperty("functions-protobuf.zip", "functions-protobuf/target/function.zip"));
    }
}
