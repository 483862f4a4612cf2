package dev.punctual.local.wire;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One operation of a service.
 *
 * @param name as AWS names it, such as {@code PutRecords}
 * @param input the shape of its request
 * @param run answers with the response, now or later; a refusal is an {@code AwsException}, thrown or in the stage
 */
record Operation<I>(String name, Class<I> input, Function<I, CompletionStage<Object>> run) {
}
