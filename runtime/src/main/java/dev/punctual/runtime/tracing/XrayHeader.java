package dev.punctual.runtime.tracing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

/**
 * Lambda's trace header: {@code Root=1-<8 digits>-<24 digits>;Parent=<16 digits>;Sampled=1}, in any order.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">Tracing
 *      header</a>
 */
final class XrayHeader {

    private static final Pattern ROOT = Pattern.compile("(?:^|;)\\s*Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?=;|$)");
    private static final Pattern PARENT = Pattern.compile("(?:^|;)\\s*Parent=([0-9a-f]{16})(?=;|$)");
    private static final Pattern SAMPLED = Pattern.compile("(?:^|;)\\s*Sampled=1(?=;|$)");

    private XrayHeader() {
    }

    /** The place it names; an invalid one where it names none. */
    static SpanContext read(String header) {
        Matcher root = ROOT.matcher(header);
        Matcher parent = PARENT.matcher(header);
        if (!root.find() || !parent.find()) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(root.group(1) + root.group(2), parent.group(1),
                SAMPLED.matcher(header).find() ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
    }
}
