package dev.punctual.local.lambda;

/** What an environment tells the pool it belongs to; called on the host's loop. */
interface EnvironmentOwner {

    /** It waits for work. */
    void idle(Environment environment);

    /** An invocation came to its end. */
    void settled(Settlement settlement);

    /** Its process is gone, or never was. */
    void ended(Environment environment);

    /** Something that its view shows has changed. */
    void changed();

    /** The fault that is ordered now. */
    EnvironmentFault fault();
}
