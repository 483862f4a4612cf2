package dev.punctual.template.settings;

/** How a stream's capacity is billed. */
public enum StreamMode {
    /** By shards. */
    PROVISIONED,
    /** By what goes through. */
    ON_DEMAND
}
