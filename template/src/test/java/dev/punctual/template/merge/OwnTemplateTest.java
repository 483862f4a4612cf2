package dev.punctual.template.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.punctual.template.Applications;
import dev.punctual.template.Deployment;
import dev.punctual.template.cloudformation.TemplateReader;
import dev.punctual.template.cloudformation.TemplateText;
import dev.punctual.template.cost.Prices;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.Settings;

class OwnTemplateTest {

    private static final String MADE = """
            Resources:
              OrdersStream:
                Type: AWS::Kinesis::Stream
                Properties:
                  Name:
                    Ref: OrdersStreamName
                  ShardCount: 1
                  RetentionPeriodHours: 24
            """;

    private static String merged(String own) {
        return TemplateText.of(OwnTemplate.read(own).mergedInto(TemplateReader.read(MADE)));
    }

    @Test
    void joinsSectionsResourcesAndProperties() {
        assertThat(merged("""
                Parameters: { Team: { Type: String } }
                Resources:
                  OrdersStream: { Properties: { Tags: [{ Key: team, Value: !Ref Team }] } }
                """)).isEqualTo(MADE + """
                      Tags:
                      - Key: team
                        Value:
                          Ref: Team
                Parameters:
                  Team:
                    Type: String
                """);
    }

    @Test
    void takesTheUsersValueForTheBuilds() {
        assertThat(merged("Resources: { OrdersStream: { Properties: { ShardCount: 7, Name: !Sub '${Stage}-orders' } } }"))
                .contains("ShardCount: 7").contains("Fn::Sub: ${Stage}-orders").doesNotContain("OrdersStreamName");
    }

    @Test
    void removesWhatTheUserSetsToNothing() {
        assertThat(merged("Resources: { OrdersStream: { Properties: { RetentionPeriodHours: null } } }"))
                .doesNotContain("RetentionPeriodHours");
    }

    @Test
    void leavesWhatOnlySamUnderstandsToItsTemplate() {
        OwnTemplate serverless = OwnTemplate.read("Resources: { Api: { Type: AWS::Serverless::Api } }");
        Deployment deployment = Deployment.of(Applications.oneHandler(), Settings.DEFAULT, Optional.of(serverless),
                Prices.builtIn());

        assertThat(deployment.documents()).filteredOn(document -> document.text().contains("AWS::Serverless::Api"))
                .extracting(document -> document.name()).containsExactly("template.yaml");
    }

    @Test
    void warnsOfMappingsThatLoseWhatIsReturned() {
        OwnTemplate own = OwnTemplate.read("""
                Resources:
                  Forgetful: { Type: AWS::Lambda::EventSourceMapping, Properties: { BatchSize: 10 } }
                  Heeding:
                    Type: AWS::Lambda::EventSourceMapping
                    Properties: { FunctionResponseTypes: [ReportBatchItemFailures] }
                  Function:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Orders: { Type: Kinesis, Properties: { Stream: !GetAtt OrdersStream.Arn } }
                        Site: { Type: HttpApi }
                """);

        assertThat(ResponseTypes.of(own.value())).extracting(Finding::toString).containsExactly(
                "Forgetful: it has no FunctionResponseTypes: events that a function returns would be lost;"
                        + " add FunctionResponseTypes: [ReportBatchItemFailures]",
                "Function.Events.Orders: it has no FunctionResponseTypes: events that a function returns would be lost;"
                        + " add FunctionResponseTypes: [ReportBatchItemFailures]");
    }

    @Test
    void refusesWhatIsNoTemplate() {
        assertThatThrownBy(() -> OwnTemplate.read("Resources: [")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> OwnTemplate.read("- a")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it has no sections such as Resources");
        assertThatThrownBy(() -> OwnTemplate.read("A: 1\nA: 2")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'A' is there twice");
        assertThatThrownBy(() -> OwnTemplate.read("A: !GetAtt Queue")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no attribute");
    }
}
