package dev.punctual.local.http;

import java.util.Map;

/**
 * The answer to a request.
 *
 * @param status of HTTP
 * @param headers by name, one value each; lengths and dates are the server's business
 * @param body possibly empty
 * @param cutOff whether the connection breaks in its middle; of an answer without a body, nothing is sent
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body, boolean cutOff) {

    /** A whole answer. */
    public HttpAnswer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, false);
    }

    /** The same answer, with a connection that breaks in its middle. */
    public HttpAnswer broken() {
        return new HttpAnswer(status, headers, body, true);
    }
}
