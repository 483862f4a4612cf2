package dev.punctual.deployment.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the build of an application makes for a container image. */
@ConfigMapping(prefix = "quarkus.punctual.container")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface ContainerConfig {

    /**
     * Whether the build writes what a container image is made of, to {@code target/punctual/container}. By default it does
     * where {@code quarkus.punctual.template.package-type} is {@code image}.
     */
    Optional<Boolean> enabled();

    /**
     * The Java version of the image: {@code 25}, whose JVM starts from an AOT cache, or {@code 17} and later ones, with an
     * archive of AppCDS.
     */
    @WithDefault("25")
    int java();

    /**
     * The image that the image is made from. By default Amazon Corretto's for that version, and Lambda's
     * {@code provided:al2023} for a native executable.
     */
    Optional<String> baseImage();

    /**
     * How the class path is laid out.
     */
    @WithDefault("merged")
    Jars jars();

    /**
     * Options of the JVM beside those that the build chooses.
     */
    Optional<List<String>> jvmOptions();

    /**
     * A folder of the project with events of Lambda's, one in each file, which handlers get while the cache is made: with what
     * they do then. Unset, handlers get none, and the cache holds none of the classes that they alone need.
     */
    Optional<Path> trainingEvents();

    /**
     * Whether the build tells what the artefact takes, by who made which part of it, and writes that to
     * {@code target/punctual/start.json}. It also does where it writes an image's context or makes a cache.
     */
    @WithDefault("false")
    boolean report();

    /**
     * The cache that is made when the application is packaged, for functions that are run on this machine.
     */
    Cache cache();

    /** The cache that is made when the application is packaged. */
    interface Cache {

        /**
         * Whether it is made, and the start measured with it and without it; takes some ten seconds. The image makes one of
         * its own.
         */
        @WithDefault("false")
        boolean enabled();

        /**
         * The JDK that makes and uses it. By default the one that runs the build.
         */
        Optional<Path> javaHome();
    }

    /** How a class path is laid out. */
    enum Jars {
        /** One jar with the application, and one with all libraries that can be merged: there is less to open. */
        MERGED,
        /** As the build leaves them. */
        SEPARATE
    }
}
