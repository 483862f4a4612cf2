package dev.punctual.local.conformance;

/** An implementation of a service that the suite runs against. */
interface Target<L extends Lab> extends AutoCloseable {

    /** As it stands in the table. */
    String name();

    /** A fresh laboratory with clients of this target. */
    L lab();

    @Override
    void close();
}
