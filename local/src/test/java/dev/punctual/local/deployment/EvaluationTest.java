package dev.punctual.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.punctual.template.cloudformation.TemplateReader;

class EvaluationTest {

    private final Evaluation evaluation = new Evaluation(new Scope() {
        @Override
        public Object ref(String id) {
            return id.equals("Subnets") ? List.of("a", "b") : "the-" + id;
        }

        @Override
        public Object attribute(String id, String attribute) {
            return id + '/' + attribute;
        }

        @Override
        public boolean holds(String condition) {
            return condition.equals("Always");
        }
    });

    private Object evaluated(String yaml) {
        return evaluation.members(TemplateReader.read("value: " + yaml)).get("value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{ Ref: Queue } | the-Queue",
            "!Ref Queue | the-Queue",
            "!GetAtt Queue.Arn | Queue/Arn",
            "{ 'Fn::GetAtt': [Queue, Arn] } | Queue/Arn",
            "!Sub '${Queue}-${Queue.Arn}-${!Literal}' | the-Queue-Queue/Arn-${Literal}",
            "!Sub ['${Own}-${Queue}', { Own: !Ref Other }] | the-Other-the-Queue",
            "!Join ['-', [a, !Ref Queue]] | a-the-Queue",
            "!Select [1, !Split ['/', a/b/c]] | b",
            "!Select [1, !Ref Subnets] | b",
            "!If [Always, then, else] | then",
            "!If [Never, then, else] | else",
            "!Equals [a, a] | true",
            "!Not [!Equals [a, b]] | true",
            "!And [!Equals [a, a], !Condition Always] | true",
            "!Or [!Equals [a, b], !Condition Never] | false",
            "7 | 7",
            "true | true"
    })
    void knowsTheFunctionsOfTemplates(String yaml, String expected) {
        assertThat(evaluated(yaml)).hasToString(expected);
    }

    @Test
    void leavesOutWhatIsNoValue() {
        assertThat(evaluated("{ A: !If [Never, 1, !Ref AWS::NoValue], B: [!Ref AWS::NoValue, 2] }"))
                .isEqualTo(Map.of("B", List.of(2L)));
    }

    @Test
    void refusesAFunctionItDoesNotKnow() {
        assertThatThrownBy(() -> evaluated("!FindInMap [A, B, C]")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the function Fn::FindInMap is not known here");
    }

    @Test
    void refusesAFunctionWithTooFewArguments() {
        assertThatThrownBy(() -> evaluated("!Join ['-']")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a function has too few arguments");
    }
}
