package dev.punctual.testkit.queue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** What SQS takes as a message; throws an {@link SqsException} for the rest. */
final class MessageRules {

    private static final int MAXIMUM_ATTRIBUTES = 10;
    private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..{1,249})?");
    private static final Pattern NAME = Pattern
            .compile("(?!(?i:aws|amazon)\\.)(?!\\.)(?!.*\\.\\.)[A-Za-z0-9_.-]{1,256}(?<!\\.)");

    private MessageRules() {
    }

    static void check(SendRequest request, int maximumSize) {
        if (request.body().isEmpty()) {
            throw new SqsException.MissingParameter("The request must contain the parameter MessageBody.");
        }
        checkCharacters("The message body", request.body());
        checkAttributes(request.attributes());
        request.delay().ifPresent(delay -> Seconds.check("DelaySeconds", delay, Seconds.MAXIMUM_DELAY));
        var size = size(request);
        if (size > maximumSize) {
            throw new SqsException.InvalidParameterValue(
                    "One or more parameters are invalid. Reason: Message must be shorter than "
                            + maximumSize + " bytes, was " + size + ".");
        }
    }

    private static void checkAttributes(Map<String, MessageAttribute> attributes) {
        if (attributes.size() > MAXIMUM_ATTRIBUTES) {
            throw new SqsException.InvalidParameterValue("Number of message attributes [" + attributes.size()
                    + "] exceeds the allowed maximum [" + MAXIMUM_ATTRIBUTES + "].");
        }
        attributes.forEach(MessageRules::checkAttribute);
    }

    private static void checkAttribute(String name, MessageAttribute attribute) {
        if (!NAME.matcher(name).matches()) {
            throw new SqsException.InvalidParameterValue("The message attribute name '" + name
                    + "' is invalid; it must have 1 to 256 letters, digits, '_', '-' and single inner dots, and not start with AWS.");
        }
        var type = attribute.dataType();
        var binary = attribute instanceof MessageAttribute.Binary;
        if (!TYPE.matcher(type).matches() || binary != type.startsWith("Binary")) {
            throw new SqsException.InvalidParameterValue("The type '" + type + "' of message attribute '" + name
                    + "' is invalid; it must start with String, Number or Binary and fit the value.");
        }
        if (attribute.bytes().length == 0) {
            throw new SqsException.InvalidParameterValue(
                    "Message attribute '" + name + "' must have a value that is not empty.");
        }
        if (attribute instanceof MessageAttribute.Text text) {
            checkCharacters("Message attribute '" + name + "'", text.value());
            checkNumber(name, text);
        }
    }

    private static void checkNumber(String name, MessageAttribute.Text text) {
        if (text.dataType().startsWith("Number") && !text.value().matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            throw new SqsException.InvalidParameterValue(
                    "Can't cast the value of message (user) attribute '" + name + "' to a number.");
        }
    }

    /** SQS takes #x9, #xA, #xD, #x20–#xD7FF, #xE000–#xFFFD and #x10000–#x10FFFF, the characters of XML 1.0. */
    private static void checkCharacters(String what, String text) {
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!isLegal(c)) {
                throw new SqsException.InvalidMessageContents(what + " holds U+" + String.format("%04X", c)
                        + ", which SQS does not allow; encode bytes as base64.");
            }
        }
    }

    private static boolean isLegal(int c) {
        return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    /** Bytes that count against SQS' limits: the body, and the names, types and values of the attributes. */
    static int size(SendRequest request) {
        return utf8(request.body()) + request.attributes().entrySet().stream()
                .mapToInt(e -> utf8(e.getKey()) + utf8(e.getValue().dataType()) + e.getValue().bytes().length).sum();
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static Duration visibility(Duration timeout) {
        return Seconds.check("VisibilityTimeout", timeout, Seconds.MAXIMUM_VISIBILITY);
    }
}
