package dev.punctual.runtime.priming;

import java.security.SecureRandom;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.Startup;

/** Has processes that are restored from one snapshot draw numbers of their own. */
@Startup
@Singleton
public class Snapshots {

    private static final String SNAP_START = "snap-start";

    /** Held here, since those who tell of snapshots do not. */
    private final @Nullable Restored restored;

    @Inject
    Snapshots(@ConfigProperty(name = "AWS_LAMBDA_INITIALIZATION_TYPE") Optional<String> start) {
        this.restored = start.filter(SNAP_START::equals).isPresent() ? new Restored(Draws.OF_THIS_PROCESS) : null;
        if (restored != null) {
            Core.getGlobalContext().register(restored);
        }
    }

    /** Whether this process may be restored. */
    boolean isTold() {
        return restored != null;
    }

    /** Renews draws. */
    static final class Restored implements Resource {

        private final Draws draws;

        Restored(Draws draws) {
            this.draws = draws;
        }

        @Override
        public void beforeCheckpoint(@Nullable Context<? extends Resource> context) {
            // There is nothing to close: the function rehearsed with queues that lead nowhere.
        }

        /** The system's entropy is that of the machine, not of the snapshot. */
        @Override
        public void afterRestore(@Nullable Context<? extends Resource> context) {
            draws.restored(new SecureRandom().nextLong());
        }
    }
}
