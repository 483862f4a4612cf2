package dev.punctual.event;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether what an envelope says of its payload fits what a codec reads. An envelope that says nothing fits every codec;
 * {@code application/octet-stream} says nothing either.
 */
public final class ContentTypes {

    private static final String BYTES = "application/octet-stream";
    private static final String PROTOBUF = "application/protobuf";
    private static final Set<String> PROTOBUF_NAMES = Set.of(PROTOBUF, "application/x-protobuf",
            "application/vnd.google.protobuf", "application/x-google-protobuf");
    // What may be told: a media type, nothing that a payload could hide in.
    private static final Pattern PRINTABLE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,64}/[a-z0-9!#$&^_.+-]{1,64}");

    private ContentTypes() {
    }

    /**
     * Whether a codec reads what an envelope announces.
     *
     * @param read what the codec reads
     * @param told what the envelope says, as it came
     */
    public static boolean fit(String read, String told) {
        if (told.isEmpty() || read.equals(told)) {
            return true;
        }
        String codec = essence(read);
        String payload = essence(told);
        return codec.equals(payload) || codec.equals(BYTES) || payload.equals(BYTES) || payload.isEmpty()
                || isEssenceOfJson(codec) && isEssenceOfJson(payload)
                || codec.equals(PROTOBUF) && PROTOBUF_NAMES.contains(payload);
    }

    /** Whether it is {@code application/json}, another {@code …/json} or {@code …+json}, with any parameters. */
    public static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || isEssenceOfJson(essence(mediaType));
    }

    /** Whether it is {@code text/…}, {@code application/xml} or {@code …+xml}, with any parameters. */
    public static boolean isText(String mediaType) {
        String essence = essence(mediaType);
        return essence.startsWith("text/") || essence.equals("application/xml") || essence.endsWith("+xml");
    }

    /** The media type as a message may tell it. */
    public static String printable(String told) {
        String payload = essence(told);
        return PRINTABLE.matcher(payload).matches() ? "'" + payload + "'" : "none that could be told";
    }

    private static boolean isEssenceOfJson(String essence) {
        return essence.endsWith("/json") || essence.endsWith("+json");
    }

    /** The media type without its parameters. */
    private static String essence(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
