package dev.punctual.template.settings;

/** What the functions of an application are deployed as. */
public sealed interface Packaging {

    /** A native executable in a zip, on {@code provided.al2023}. */
    record NativeZip() implements Packaging {
    }

    /**
     * A jar and its libraries in a zip, on a managed Java runtime.
     *
     * @param runtime {@code java21} or {@code java25}
     * @param snapStart whether functions start from a snapshot of an initialized one, at no further charge for Java
     */
    record JavaZip(String runtime, boolean snapStart) implements Packaging {

        /** Throws {@link IllegalArgumentException} for a runtime that Lambda does not have, or that lacks what is needed. */
        public JavaZip {
            if (!runtime.equals("java21") && !runtime.equals("java25")) {
                throw new IllegalArgumentException("the runtime must be java21 or java25, was '" + runtime + "'");
            }
        }
    }

    /** A container image, native or with a JVM and its cache of prepared classes. */
    record Image() implements Packaging {
    }
}
