package dev.punctual.runtime.readback;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.runtime.payload.Buckets;

/** Reads records back that Lambda gave up on, from wherever the application can. */
@Singleton
public class ReadBackBeans {

    /** Reads them. */
    @Produces
    @Singleton
    ReadBack readBack(Instance<StreamReader> streams, Buckets buckets) {
        return new ReadBack(streams.stream().findFirst(), buckets.claimCheck(), new JsonFactory());
    }
}
