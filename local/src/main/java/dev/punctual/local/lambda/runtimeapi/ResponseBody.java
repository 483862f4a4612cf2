package dev.punctual.local.lambda.runtimeapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The body of a function's response.
 *
 * @param size its length in bytes, counted to the end
 * @param content its bytes; of a body over {@link #LIMIT_BYTES} only the beginning
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way: compared by nobody, copied by nobody
public record ResponseBody(long size, byte[] content) {

    /** The most that Lambda takes from a function: 6 MiB and 100 bytes. */
    public static final int LIMIT_BYTES = 6 * 1024 * 1024 + 100;

    /** Whether Lambda refuses it. */
    public boolean tooLarge() {
        return size > LIMIT_BYTES;
    }

    static ResponseBody read(InputStream in) throws IOException {
        var content = in.readNBytes(LIMIT_BYTES + 1);
        return new ResponseBody(content.length + in.transferTo(OutputStream.nullOutputStream()), content);
    }
}
