package dev.punctual.wire.envelope;

/**
 * The characters that SQS takes in a message.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 */
final class SqsCharacters {

    private SqsCharacters() {
    }

    static boolean takes(String text) {
        return text.codePoints().allMatch(SqsCharacters::takes);
    }

    private static boolean takes(int character) {
        return character == 0x9 || character == 0xA || character == 0xD || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000 && character <= 0x10FFFF;
    }
}
