package dev.punctual.local.sqs;

import java.net.URI;

/** Makes the URLs of queues. */
record QueueUrls(URI base, String account) {

    String of(String queue) {
        return base + "/" + account + "/" + queue;
    }
}
