package dev.punctual.template.resources;

import java.util.List;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Stack;

/** Where the functions' logs are kept: groups of the template's own, since those that Lambda makes keep logs for ever. */
final class LogGroups {

    private LogGroups() {
    }

    static String id(FunctionRole role) {
        return role.logicalId() + "LogGroup";
    }

    static List<Resource> of(Stack stack) {
        return stack.functions().stream().map(LogGroups::of).toList();
    }

    private static Resource of(Function function) {
        return Resource.of(id(function.role()), "AWS::Logs::LogGroup", Value.members()
                .and("LogGroupName", Value.sub("/aws/lambda/${ApplicationName}-" + function.role().text()))
                .and("RetentionInDays", Value.ref(Parameters.LOG_RETENTION)));
    }
}
