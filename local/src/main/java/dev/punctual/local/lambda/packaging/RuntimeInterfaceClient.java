package dev.punctual.local.lambda.packaging;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** AWS's runtime interface client, which speaks the Runtime API for a Java handler: found on this JVM's class path. */
final class RuntimeInterfaceClient {

    static final String MAIN_CLASS = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /** One class of each jar that the client needs. */
    private static final List<String> MARKERS = List.of(MAIN_CLASS, "com.amazonaws.services.lambda.runtime.Context",
            "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
            "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

    private RuntimeInterfaceClient() {
    }

    /** @throws IllegalStateException if a jar is not there */
    static List<Path> jars() {
        return MARKERS.stream().map(RuntimeInterfaceClient::jarOf).distinct().toList();
    }

    /** @throws IllegalStateException if no jar of this JVM holds the class */
    static Path jarOf(String marker) {
        try {
            var type = Class.forName(marker, false, RuntimeInterfaceClient.class.getClassLoader());
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException("AWS's runtime interface client is needed to run a Java function, but class "
                    + marker
                    + " is not on the class path of this JVM; add com.amazonaws:aws-lambda-java-runtime-interface-client.",
                    missing);
        }
    }
}
