package dev.punctual.template.application;

/** The clients of AWS's services that an application may have on its class path, besides that of SQS. */
public enum Client {
    /** Publishes events, and reads back what Lambda gave up on. */
    KINESIS,
    /** Keeps the bytes of events that no message holds. */
    S3,
    /** Encrypts the bytes of events. */
    KMS
}
