package dev.punctual.deployment;

import dev.punctual.local.LocalEndpoints;

/** A bucket and a key on this machine for an application under test, which is told of them by system properties. */
public final class LocalPayloads {

    public static final String BUCKET = "claims";

    private static final String S3 = "quarkus.punctual.claim-check.endpoint-override";
    private static final String KMS = "quarkus.punctual.encryption.endpoint-override";
    private static final String KEY = "quarkus.punctual.encryption.kms-key";
    private static final String KEY_ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    private static LocalEndpoints endpoints;

    private LocalPayloads() {
    }

    public static void start() {
        endpoints = LocalEndpoints.start();
        endpoints.objects().createBucket(BUCKET);
        System.setProperty(S3, endpoints.s3Uri().toString());
        System.setProperty(KMS, endpoints.kmsUri().toString());
        System.setProperty(KEY, endpoints.keys().createKey());
        System.setProperty(KEY_ID, "test");
        System.setProperty(SECRET, "test");
    }

    public static void stop() {
        for (String property : new String[] { S3, KMS, KEY, KEY_ID, SECRET }) {
            System.clearProperty(property);
        }
        endpoints.close();
    }
}
