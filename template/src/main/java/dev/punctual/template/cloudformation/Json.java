package dev.punctual.template.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes values as JSON, in their own order. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    /** The same on every system, whatever ends its lines. */
    private static final DefaultPrettyPrinter LINES = new DefaultPrettyPrinter().withObjectIndenter(INDENTER)
            .withArrayIndenter(INDENTER);

    private Json() {
    }

    /** In one line: what a property holds that is a text of JSON. */
    public static String of(Value value) {
        return written(value, false);
    }

    /** In lines, ending with a newline: what is a file. */
    public static String lines(Value value) {
        return written(value, true) + '\n';
    }

    private static String written(Value value, boolean lines) {
        try {
            Object plain = TemplateText.plain(value);
            return lines ? MAPPER.writer(LINES).writeValueAsString(plain) : MAPPER.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists, texts and numbers have a form in JSON", e);
        }
    }
}
