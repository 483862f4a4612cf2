package dev.punctual.local.calls;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.punctual.local.http.HttpRequest;

/** Notes each call once, however often it comes; safe for use by several threads. */
public final class CallLog {

    /** AWS Signature Version 4: {@code Credential=<access key id>/<date>/<region>/<service>/aws4_request}. */
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,]+)/");

    private final Set<RecordedCall> calls = ConcurrentHashMap.newKeySet();

    /** Notes a call. */
    public void note(HttpRequest request, String operation, String resource) {
        calls.add(new RecordedCall(principal(request), operation, resource));
    }

    /** All so far; a copy. */
    public Set<RecordedCall> all() {
        return Set.copyOf(calls);
    }

    private static String principal(HttpRequest request) {
        Matcher credential = CREDENTIAL.matcher(request.header("Authorization").orElse(""));
        return credential.find() ? credential.group(1) : "";
    }
}
