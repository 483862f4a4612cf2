package dev.punctual.runtime.config;

import io.smallrye.config.WithDefault;

/** What functions log of events, beside what handlers log. */
public interface LogConfig {

    /**
     * Which steps of events are written as lines of JSON: {@code none}; {@code troubles}, which are attempts that failed,
     * parked
     * and returned events and dead letters; or {@code all}, with what succeeded and what was published, so that the journey of
     * every event can be shown. CloudWatch Logs charges for each line. Where troubles are written, so are all steps of events
     * that carry {@code correlationdebug}.
     */
    @WithDefault("troubles")
    Steps steps();

    /**
     * How: {@code json}, as lines on the standard output; {@code text}, which is a warning for each dead letter and nothing
     * else;
     * {@code auto} is JSON on Lambda, and text elsewhere.
     */
    @WithDefault("auto")
    Format format();

    /** Steps of events. */
    enum Steps {
        /** No step. */
        NONE,
        /** What did not go well. */
        TROUBLES,
        /** Every step. */
        ALL
    }

    /** How steps are written. */
    enum Format {
        /** As it suits where the function runs. */
        AUTO,
        /** As lines of JSON. */
        JSON,
        /** As log messages. */
        TEXT;

        /**
         * Whether it is JSON.
         *
         * @param onLambda whether the process is a Lambda function
         */
        public boolean isJson(boolean onLambda) {
            return this == JSON || this == AUTO && onLambda;
        }
    }
}
