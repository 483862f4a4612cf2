package dev.punctual.template.cloudformation;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import dev.punctual.template.cloudformation.Value.Items;
import dev.punctual.template.cloudformation.Value.Members;

/** Reads templates in YAML, or JSON as a part of it; intrinsic functions in their short form become long ones. */
public final class TemplateReader {

    private TemplateReader() {
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if the text is no YAML, or no template; the message tells line and column
     */
    public static Members read(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return members(mapping);
            }
            throw new IllegalArgumentException("it has no sections such as Resources");
        } catch (YAMLException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Members members(MappingNode mapping) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new IllegalArgumentException("a key is no text" + tuple.getKeyNode().getStartMark());
            }
            if (members.put(key.getValue(), value(tuple.getValueNode())) != null) {
                throw new IllegalArgumentException("'" + key.getValue() + "' is there twice" + key.getStartMark());
            }
        }
        return new Members(members);
    }

    private static Value value(Node node) {
        String tag = node.getTag().getValue();
        Value plain = plain(node);
        return tag.startsWith("!") && tag.length() > 1 ? function(tag.substring(1), plain) : plain;
    }

    private static Value plain(Node node) {
        if (node instanceof MappingNode mapping) {
            return members(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item)));
            return new Items(items);
        }
        return scalar((ScalarNode) node);
    }

    private static Value scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return Value.flag(text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("on"));
        }
        if (node.getTag().equals(Tag.NULL)) {
            return Value.NONE;
        }
        if (node.getTag().equals(Tag.FLOAT)) {
            return new Value.Decimal(Double.parseDouble(text));
        }
        boolean whole = node.getTag().equals(Tag.INT) && text.matches("[+-]?\\d{1,18}");
        return whole ? Value.whole(Long.parseLong(text)) : Value.text(text);
    }

    /** {@code !GetAtt Queue.Arn} and the like. */
    private static Value function(String name, Value argument) {
        if (name.equals("Ref") || name.equals("Condition")) {
            return Value.members().and(name, argument);
        }
        boolean dotted = name.equals("GetAtt") && argument instanceof Value.Text;
        return Value.members().and("Fn::" + name, dotted ? attribute(((Value.Text) argument).text()) : argument);
    }

    private static Value attribute(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException(
                    "!GetAtt '" + text + "' names no attribute; write it like !GetAtt OrdersStream.Arn");
        }
        return Value.items(Value.text(text.substring(0, dot)), Value.text(text.substring(dot + 1)));
    }
}
