package dev.punctual.template.resources;

import java.util.Map;

import dev.punctual.template.cloudformation.Value;

/** What the templates decide when they are deployed. */
final class Conditions {

    /** Whether the functions are attached to a VPC. */
    static final String IN_VPC = "InVpc";

    private Conditions() {
    }

    static Map<String, Value> all() {
        Value subnets = Value.members().and("Fn::Join", Value.items(Value.text(""), Value.ref(Parameters.SUBNETS)));
        return Map.of(IN_VPC, Value.members().and("Fn::Not",
                Value.items(Value.members().and("Fn::Equals", Value.items(subnets, Value.text(""))))));
    }
}
