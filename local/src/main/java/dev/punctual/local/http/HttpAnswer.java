package dev.punctual.local.http;

import java.util.Map;

/**
 * The answer to a request.
 *
 * @param status of HTTP
 * @param headers by name, one value each; lengths and dates are the server's business
 * @param body possibly empty
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
}
