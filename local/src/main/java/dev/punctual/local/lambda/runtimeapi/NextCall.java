package dev.punctual.local.lambda.runtimeapi;

/** A runtime's call for its next event: it waits, without a thread, until one of these is called, once. */
public interface NextCall {

    /** Hands the event over. */
    void send(Invocation invocation);

    /** Answers that the call does not fit the runtime's state. */
    void refuse(ApiReply reply);
}
