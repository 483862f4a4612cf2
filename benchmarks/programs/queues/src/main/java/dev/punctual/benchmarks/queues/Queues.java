package dev.punctual.benchmarks.queues;

import java.io.IOException;
import java.util.Map;

import dev.punctual.local.LocalEndpoints;

/** SQS on 127.0.0.1 with the queues that the arguments name: prints its URI, and ends with the standard input. */
public final class Queues {

    private Queues() {
    }

    /** @throws IOException if the standard input cannot be read */
    public static void main(String[] names) throws IOException {
        try (LocalEndpoints endpoints = LocalEndpoints.start()) {
            for (String name : names) {
                endpoints.queues().createQueue(name, Map.of());
            }
            System.out.println(endpoints.sqsUri());
            System.in.readAllBytes();
        }
    }
}
