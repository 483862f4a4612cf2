package dev.punctual.local.conformance;

import java.net.URI;
import java.util.function.Function;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

import dev.punctual.local.LocalEndpoints;

/** The implementations the suite runs against. */
final class Targets {

    static final String PUNCTUAL = "punctual-local";
    static final String KINESIS_LOCAL = "kinesis-local 0.6.2";
    static final String ELASTICMQ = "ElasticMQ 1.7.1";

    private Targets() {
    }

    static Target<KinesisLab> punctualKinesis() {
        LocalEndpoints endpoints = LocalEndpoints.start();
        return new Running<>(PUNCTUAL, endpoints.kinesisUri(), KinesisLab::new, endpoints::close);
    }

    static Target<SqsLab> punctualSqs() {
        LocalEndpoints endpoints = LocalEndpoints.start();
        return new Running<>(PUNCTUAL, endpoints.sqsUri(), SqsLab::new, endpoints::close);
    }

    static Target<KinesisLab> kinesisLocal() {
        KinesisLocalProcess process = KinesisLocalProcess.start();
        return new Running<>(KINESIS_LOCAL, process.uri(), KinesisLab::new, process::close);
    }

    static Target<SqsLab> elasticMq() {
        SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1").withPort(0).withAWSRegion("us-east-1").start();
        int port = server.waitUntilStarted().localAddress().getPort();
        return new Running<>(ELASTICMQ, URI.create("http://127.0.0.1:" + port), SqsLab::new, server::stopAndWait);
    }

    private record Running<L extends Lab>(String name, URI endpoint, Function<URI, L> labs,
            Runnable stop) implements Target<L> {

        @Override
        public L lab() {
            return labs.apply(endpoint);
        }

        @Override
        public void close() {
            stop.run();
        }
    }
}
