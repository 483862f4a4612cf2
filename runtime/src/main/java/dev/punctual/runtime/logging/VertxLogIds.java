package dev.punctual.runtime.logging;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.quarkus.vertx.core.runtime.VertxMDC;
import io.vertx.core.Context;

/**
 * The logging context where Vert.x is at hand; a bean of applications that have it. Attempts are made in threads of Punctual's
 * own, which have no context of Vert.x', and so none is looked for at each put.
 */
@Singleton
public class VertxLogIds implements LogIds {

    private static final @Nullable Context NO_CONTEXT = null;

    @Override
    public void put(String key, Object value) {
        VertxMDC.INSTANCE.putObject(key, value, NO_CONTEXT);
    }

    @Override
    public void remove(String key) {
        VertxMDC.INSTANCE.removeObject(key, NO_CONTEXT);
    }
}
