package dev.punctual.local.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Items;
import dev.punctual.template.cloudformation.Value.Members;

/**
 * Evaluates the values of a template, intrinsic functions included: to texts, numbers, booleans, lists and maps.
 *
 * <p>
 * Pure, but for what its scope does. What it does not know is refused with an {@link IllegalArgumentException}.
 */
final class Evaluation {

    /** What stands for a property that is not there. */
    private static final Object NOTHING = new Object();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Scope scope;

    Evaluation(Scope scope) {
        this.scope = scope;
    }

    /** The value; empty where it is none. */
    Optional<Object> of(Value value) {
        Object evaluated = evaluate(value);
        return evaluated == NOTHING ? Optional.empty() : Optional.of(evaluated);
    }

    /** The members of a value, those that are none left out. */
    Map<String, Object> members(Members members) {
        Map<String, Object> evaluated = new LinkedHashMap<>();
        members.members().forEach((name, value) -> of(value).ifPresent(there -> evaluated.put(name, there)));
        return evaluated;
    }

    private Object evaluate(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Whole whole) {
            return whole.number();
        }
        if (value instanceof Value.Decimal decimal) {
            return decimal.number();
        }
        if (value instanceof Value.Flag flag) {
            return flag.yes();
        }
        if (value instanceof Items items) {
            return items(items);
        }
        Members members = (Members) value;
        if (members.members().size() == 1) {
            Map.Entry<String, Value> only = members.members().entrySet().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::") || only.getKey().equals("Condition")) {
                return function(only.getKey(), only.getValue());
            }
        }
        return members(members);
    }

    private List<Object> items(Items items) {
        List<Object> evaluated = new ArrayList<>();
        items.items().forEach(item -> of(item).ifPresent(evaluated::add));
        return evaluated;
    }

    private Object function(String name, Value argument) {
        return switch (name) {
            case "Ref" -> text(argument).equals("AWS::NoValue") ? NOTHING : scope.ref(text(argument));
            case "Condition" -> scope.holds(text(argument));
            case "Fn::GetAtt" -> scope.attribute(text(part(argument, 0)), text(part(argument, 1)));
            case "Fn::Sub" -> substituted(argument);
            case "Fn::Join" -> list(part(argument, 1)).stream().map(String::valueOf)
                    .collect(Collectors.joining(text(part(argument, 0))));
            case "Fn::Split" -> List.of(text(part(argument, 1)).split(Pattern.quote(text(part(argument, 0))), -1));
            case "Fn::Select" -> list(part(argument, 1)).get(Integer.parseInt(text(part(argument, 0))));
            case "Fn::If" -> evaluate(part(argument, scope.holds(text(part(argument, 0))) ? 1 : 2));
            case "Fn::Equals" -> text(part(argument, 0)).equals(text(part(argument, 1)));
            case "Fn::Not" -> !truth(part(argument, 0));
            case "Fn::And" -> ((Items) argument).items().stream().allMatch(this::truth);
            case "Fn::Or" -> ((Items) argument).items().stream().anyMatch(this::truth);
            default -> throw new IllegalArgumentException("the function " + name + " is not known here");
        };
    }

    private static Value part(Value argument, int index) {
        if (argument instanceof Items items && items.items().size() > index) {
            return items.items().get(index);
        }
        throw new IllegalArgumentException("a function has too few arguments: " + argument);
    }

    private String text(Value value) {
        return String.valueOf(evaluate(value));
    }

    private boolean truth(Value value) {
        return Boolean.TRUE.equals(evaluate(value));
    }

    private List<?> list(Value value) {
        Object evaluated = evaluate(value);
        if (evaluated instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("'" + evaluated + "' is no list");
    }

    private String substituted(Value argument) {
        Map<String, Object> variables = argument instanceof Items items && items.items().get(1) instanceof Members members
                ? members(members)
                : Map.of();
        String text = argument instanceof Items ? text(part(argument, 0)) : text(argument);
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1).isEmpty()
                ? variable(found.group(2), variables)
                : "${" + found.group(2) + '}'));
    }

    private String variable(String name, Map<String, Object> variables) {
        int dot = name.indexOf('.');
        Object value = variables.containsKey(name) ? variables.get(name)
                : dot < 0 ? scope.ref(name) : scope.attribute(name.substring(0, dot), name.substring(dot + 1));
        return String.valueOf(value);
    }
}
