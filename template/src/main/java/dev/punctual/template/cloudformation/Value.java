package dev.punctual.template.cloudformation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in a template, with the intrinsic functions of CloudFormation in their long form; immutable. */
public sealed interface Value {

    /** A text. */
    record Text(String text) implements Value {
    }

    /** A whole number. */
    record Whole(long number) implements Value {
    }

    /** A number with decimals. */
    record Decimal(double number) implements Value {
    }

    /** Yes or no. */
    record Flag(boolean yes) implements Value {
    }

    /** A list. */
    record Items(List<Value> items) implements Value {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Named values, in the order in which they are written. */
    record Members(Map<String, Value> members) implements Value {

        /** Copies the map. */
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** These and one more, behind them. */
        public Members and(String name, Value value) {
            Map<String, Value> more = new LinkedHashMap<>(members);
            more.put(name, value);
            return new Members(more);
        }

        /** These and one more, behind them. */
        public Members and(String name, String value) {
            return and(name, new Text(value));
        }

        /** These and one more, behind them. */
        public Members and(String name, long value) {
            return and(name, new Whole(value));
        }

        /** These and one more, behind them. */
        public Members and(String name, boolean value) {
            return and(name, new Flag(value));
        }

        /** These and others, behind them. */
        public Members and(Members others) {
            Map<String, Value> more = new LinkedHashMap<>(members);
            more.putAll(others.members);
            return new Members(more);
        }
    }

    /** Stands for a property that is not there. */
    Value NONE = ref("AWS::NoValue");

    /** A text. */
    static Value text(String text) {
        return new Text(text);
    }

    /** A whole number. */
    static Value whole(long number) {
        return new Whole(number);
    }

    /** Yes or no. */
    static Value flag(boolean yes) {
        return new Flag(yes);
    }

    /** A list. */
    static Items items(Value... items) {
        return new Items(List.of(items));
    }

    /** A list of texts. */
    static Items texts(Iterable<String> texts) {
        List<Value> items = new ArrayList<>();
        texts.forEach(text -> items.add(new Text(text)));
        return new Items(items);
    }

    /** No members yet. */
    static Members members() {
        return new Members(Map.of());
    }

    /** What a parameter holds, or the identity of a resource. */
    static Value ref(String id) {
        return members().and("Ref", id);
    }

    /** An attribute of a resource. */
    static Value attribute(String id, String attribute) {
        return members().and("Fn::GetAtt", items(text(id), text(attribute)));
    }

    /** A text with <code>${…}</code> in it. */
    static Value sub(String text) {
        return members().and("Fn::Sub", text);
    }

    /** One of two values, by a condition. */
    static Value either(String condition, Value then, Value otherwise) {
        return members().and("Fn::If", items(text(condition), then, otherwise));
    }
}
