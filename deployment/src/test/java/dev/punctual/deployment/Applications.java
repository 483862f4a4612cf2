package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.DeploymentException;

import io.quarkus.test.QuarkusUnitTest;

/** Applications under test: no container is started for them, and no fixed port is taken. */
public final class Applications {

    private Applications() {
    }

    /** An application of these classes and no others. */
    public static QuarkusUnitTest of(Class<?>... classes) {
        return new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClass(Applications.class).addClasses(classes))
                .overrideConfigKey("quarkus.lambda.mock-event-server.test-port", "0")
                .overrideConfigKey("quarkus.http.test-port", "0")
                .overrideConfigKey("quarkus.sqs.devservices.enabled", "false")
                .overrideConfigKey("quarkus.dynamodb.devservices.enabled", "false");
    }

    /**
     * An application that the build refuses.
     *
     * @param test holds the classes; its name is left out of the message
     * @param message one mistake per line
     */
    public static QuarkusUnitTest refused(Class<?> test, String message, Class<?>... classes) {
        return of(classes).assertException(failure -> {
            assertThat(failure).isInstanceOf(DeploymentException.class);
            assertThat(failure.getMessage().replace(test.getName() + "$", "").replace(test.getPackageName() + ".", ""))
                    .isEqualTo(message);
        });
    }
}
