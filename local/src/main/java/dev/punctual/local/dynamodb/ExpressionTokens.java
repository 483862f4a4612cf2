package dev.punctual.local.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The tokens of an expression, one after the other, and what its placeholders stand for. */
final class ExpressionTokens {

    private static final Pattern TOKEN = Pattern.compile("\\s*(<>|<=|>=|[=<>(),+\\-]|[#:]?[A-Za-z0-9_.\\[\\]]+)");

    private static final Pattern NAME = Pattern.compile("#?[A-Za-z0-9_.\\[\\]]+");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, String> names;
    private final Map<String, JsonNode> values;
    private int next;

    ExpressionTokens(String text, Map<String, String> names, Map<String, JsonNode> values) {
        this.text = text;
        this.names = names;
        this.values = values;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank() || tokens.isEmpty()) {
            throw TableException.validation("Invalid expression: syntax error in '" + text + "' at " + end);
        }
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    /** The next one, not taken; an empty text at the end. */
    String peek() {
        return atEnd() ? "" : tokens.get(next);
    }

    String take() {
        if (atEnd()) {
            throw unexpected("more");
        }
        return tokens.get(next++);
    }

    /** Takes the next one if it is this, whatever its case. */
    boolean takeIf(String expected) {
        boolean is = peek().equalsIgnoreCase(expected);
        next += is ? 1 : 0;
        return is;
    }

    void require(String expected) {
        if (!takeIf(expected)) {
            throw unexpected("'" + expected + "'");
        }
    }

    TableException unexpected(String expected) {
        return TableException.validation("Invalid expression: " + expected + " is expected instead of '" + peek() + "' in '"
                + text + "'");
    }

    /** The name of an attribute; paths into documents are not known here. */
    String attribute() {
        String token = take();
        if (!NAME.matcher(token).matches()) {
            next--;
            throw unexpected("the name of an attribute");
        }
        if (token.contains(".") || token.contains("[")) {
            throw TableException.validation("This endpoint knows no document paths, such as '" + token + "'");
        }
        if (!token.startsWith("#")) {
            return token;
        }
        String name = names.get(token);
        if (name == null) {
            throw TableException.validation("An expression attribute name used in the document path is not defined: " + token);
        }
        return name;
    }

    boolean isValue() {
        return peek().startsWith(":");
    }

    /** Whether a function is called, by its name in lower case. */
    boolean isCall(String function) {
        return peek().toLowerCase(Locale.ROOT).equals(function) && next + 1 < tokens.size()
                && tokens.get(next + 1).equals("(");
    }

    JsonNode value() {
        String token = take();
        JsonNode value = values.get(token);
        if (value == null) {
            throw TableException.validation("An expression attribute value used in expression is not defined: " + token);
        }
        return value;
    }
}
