package dev.punctual.devui;

import java.time.InstantSource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.runtime.config.LogConfig;
import dev.punctual.runtime.logging.StepLog;

/** Has the steps of all events recorded, whatever of them is logged. */
@Singleton
public class StepRecorderBeans {

    /** Some thousand events; a step takes some 500 bytes. */
    private static final int MOST_STEPS = 20_000;

    private final StepRecorder recorder = new StepRecorder(MOST_STEPS);

    @Produces
    @Singleton
    StepRecorder recorder() {
        return recorder;
    }

    /** Listens to what happens to events, as the log of functions does. */
    @Produces
    @Singleton
    StepLog recording() {
        return new StepLog(new JsonFactory(), LogConfig.Steps.ALL, InstantSource.system(), recorder::record);
    }
}
