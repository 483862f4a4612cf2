package dev.punctual.local.sqs;

import java.util.Map;
import java.util.TreeMap;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.queue.MessageAttribute;

/** Message attributes between wire and model. */
final class Attributes {

    private Attributes() {
    }

    static Map<String, MessageAttribute> toModel(Map<String, MessageShapes.Attribute> attributes) {
        Map<String, MessageAttribute> read = new TreeMap<>();
        attributes.forEach((name, attribute) -> read.put(name, toModel(name, attribute)));
        return read;
    }

    private static MessageAttribute toModel(String name, MessageShapes.Attribute attribute) {
        String type = attribute.dataType();
        if (type == null) {
            throw invalid(name, "must contain the parameter DataType");
        }
        boolean binary = type.equals("Binary") || type.startsWith("Binary.");
        if (binary && attribute.binaryValue() != null && attribute.stringValue() == null) {
            return new MessageAttribute.Binary(type, attribute.binaryValue());
        }
        if (!binary && attribute.stringValue() != null && attribute.binaryValue() == null) {
            return new MessageAttribute.Text(type, attribute.stringValue());
        }
        throw invalid(name,
                "must contain " + (binary ? "BinaryValue" : "StringValue") + " and nothing else, because its type is "
                        + type);
    }

    static MessageShapes.Attribute toWire(MessageAttribute attribute) {
        if (attribute instanceof MessageAttribute.Text text) {
            return new MessageShapes.Attribute(text.dataType(), text.value(), null);
        }
        return new MessageShapes.Attribute(attribute.dataType(), null, attribute.bytes());
    }

    private static AwsException invalid(String name, String rule) {
        return new AwsException("InvalidParameterValue", "The message attribute '" + name + "' " + rule + ".", 400);
    }
}
