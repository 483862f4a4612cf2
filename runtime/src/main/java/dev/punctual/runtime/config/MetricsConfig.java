package dev.punctual.runtime.config;

import java.util.List;

import io.smallrye.config.WithDefault;

/** How metrics leave a function, where the application has {@code quarkus-micrometer}. */
public interface MetricsConfig {

    /**
     * Whether what was measured in an invocation is written as lines of CloudWatch's embedded metric format before it is
     * answered: {@code on}, {@code off}, or {@code auto}, which is on where the process is a Lambda function.
     */
    @WithDefault("auto")
    Emf emf();

    /**
     * The namespace of the metrics in CloudWatch, 1 to 255 characters.
     */
    @WithDefault("Punctual")
    String namespace();

    /**
     * Beginnings of the names of meters that are not written. CloudWatch charges for each metric; those of the JVM and of
     * servers say little of a function.
     */
    @WithDefault("jvm.,process.,system.,http.,worker.,netty.,vertx.,logback.")
    List<String> exclude();

    /**
     * The most meters that are written, at least 1; the first one beyond is warned of.
     */
    @WithDefault("500")
    int maxMeters();

    /** When metrics are written. */
    enum Emf {
        /** On Lambda. */
        AUTO,
        /** Always. */
        ON,
        /** Never. */
        OFF;

        /**
         * Whether they are.
         *
         * @param onLambda whether the process is a Lambda function
         */
        public boolean isOn(boolean onLambda) {
            return this == ON || this == AUTO && onLambda;
        }
    }
}
