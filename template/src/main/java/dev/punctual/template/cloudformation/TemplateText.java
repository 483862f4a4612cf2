package dev.punctual.template.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import dev.punctual.template.cloudformation.Value.Decimal;
import dev.punctual.template.cloudformation.Value.Flag;
import dev.punctual.template.cloudformation.Value.Items;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.cloudformation.Value.Text;
import dev.punctual.template.cloudformation.Value.Whole;

/** Writes values as YAML: block style, two spaces, in the values' own order, so that equal values have equal texts. */
public final class TemplateText {

    private static final int WIDTH = 128;

    private TemplateText() {
    }

    /** A value as YAML, ending with a newline. */
    public static String of(Value value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setWidth(WIDTH);
        options.setSplitLines(false);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(options).dump(plain(value));
    }

    static Object plain(Value value) {
        if (value instanceof Members members) {
            Map<String, Object> plain = new LinkedHashMap<>();
            members.members().forEach((name, member) -> plain.put(name, plain(member)));
            return plain;
        }
        if (value instanceof Items items) {
            List<Object> plain = new ArrayList<>();
            items.items().forEach(item -> plain.add(plain(item)));
            return plain;
        }
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof Whole whole) {
            return whole.number();
        }
        if (value instanceof Decimal decimal) {
            return decimal.number();
        }
        return ((Flag) value).yes();
    }
}
