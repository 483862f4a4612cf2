package dev.punctual.local.lambda.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * A handler as a user writes it: answers with the bytes of its event in reverse order; refuses one byte, and makes too much of
 * two.
 */
public final class ReverseHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var bytes = input.readAllBytes();
        context.getLogger().log("reversing for " + context.getFunctionName() + " with " + context.getMemoryLimitInMB() + " MB, "
                + (context.getRemainingTimeInMillis() > 0 ? "in time" : "too late") + "\n");
        if (bytes.length == 1) {
            throw new IllegalStateException("one byte cannot be reversed");
        }
        if (bytes.length == 2) {
            output.write(new byte[7_000_000]);
        }
        for (var i = bytes.length - 1; i >= 0; i--) {
            output.write(bytes[i]);
        }
    }
}
