package dev.punctual.template.resources;

import java.util.List;

import dev.punctual.journey.source.LogQuery;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.stack.Stack;

/** Saved queries of Logs Insights over the logs of all functions: one journey, and the dead letters of late by their cause. */
final class LogQueries {

    private LogQueries() {
    }

    static List<Resource> of(Stack stack) {
        return List.of(query("JourneyQuery", "journey", LogQuery.of(LogQuery.PLACEHOLDER), stack),
                query("DeadLettersQuery", "dead letters by cause", LogQuery.DEAD_LETTERS, stack));
    }

    private static Resource query(String id, String name, String text, Stack stack) {
        return Resource.of(id, "AWS::Logs::QueryDefinition", Value.members()
                .and("Name", Value.sub("${ApplicationName}/" + name))
                .and("LogGroupNames", Value.items(stack.functions().stream()
                        .map(function -> Value.ref(LogGroups.id(function.role()))).toArray(Value[]::new)))
                .and("QueryString", text));
    }
}
