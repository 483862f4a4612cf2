package dev.punctual.cli.show;

import dev.punctual.deadletter.Reason;

/** What reasons mean, in a few words. */
final class Reasons {

    private Reasons() {
    }

    static String meaning(Reason reason) {
        return switch (reason) {
            case UNDECODABLE -> "it could not be read";
            case UNKNOWN_TYPE -> "no handler takes its type";
            case UNKNOWN_HANDLER -> "its handler is gone";
            case PERMANENT -> "its handler said that no retry can mend it";
            case ATTEMPTS -> "its attempts were used up";
            case DEADLINE -> "its time was up";
            case CRASH_LOOP -> "its process died with it again and again";
            case HALTED -> "an earlier event of its key is dead";
            case LOOP -> "its chain of events was too long";
            case ABANDONED -> "the platform gave it up";
        };
    }
}
