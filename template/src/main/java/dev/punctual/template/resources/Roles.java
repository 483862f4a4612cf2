package dev.punctual.template.resources;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Items;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Stack;

/** The functions' roles: one for each, with what it needs. */
final class Roles {

    private static final String VERSION = "2012-10-17";

    private Roles() {
    }

    static String id(Function function) {
        return function.id() + "Role";
    }

    static List<Resource> of(Stack stack) {
        return stack.functions().stream().map(function -> of(function, stack)).toList();
    }

    private static Resource of(Function function, Stack stack) {
        Members assume = Value.members().and("Effect", "Allow")
                .and("Principal", Value.members().and("Service", "lambda.amazonaws.com")).and("Action", "sts:AssumeRole");
        List<Value> policies = new ArrayList<>();
        policies.add(Value.members().and("PolicyName", function.role().text()).and("PolicyDocument",
                document(new Items(Grants.of(stack, function.role()).stream().map(Grant::statement).toList()))));
        if (stack.settings().vpc()) {
            policies.add(vpc());
        }
        return Resource.of(id(function), "AWS::IAM::Role", Value.members()
                .and("AssumeRolePolicyDocument", document(Value.items(assume)))
                .and("Policies", new Items(policies)));
    }

    /** Network interfaces have no ARN before they are there: the one place where no resource can be named. */
    private static Members vpc() {
        Members statement = Value.members().and("Sid", "AttachToVpc").and("Effect", "Allow")
                .and("Action", Value.texts(List.of("ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface",
                        "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets",
                        "ec2:UnassignPrivateIpAddresses")))
                .and("Resource", "*");
        return Value.members().and("PolicyName", "vpc").and("PolicyDocument", document(Value.items(statement)));
    }

    private static Members document(Items statements) {
        return Value.members().and("Version", VERSION).and("Statement", statements);
    }
}
