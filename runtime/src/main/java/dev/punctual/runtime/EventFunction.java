package dev.punctual.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.punctual.runtime.handler.HandlerRegistry;

/** The Lambda entry of every generated function. */
@Singleton
public class EventFunction implements RequestStreamHandler {

    private final HandlerRegistry handlers;

    @Inject
    public EventFunction(HandlerRegistry handlers) {
        this.handlers = handlers;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        throw new IOException("no source can be read yet; " + handlers.handlers().size() + " handlers");
    }
}
