package dev.punctual.local.deployment;

import dev.punctual.template.cloudformation.Value.Members;

/**
 * A resource as the template declares it.
 *
 * @param id its logical id
 * @param type such as {@code AWS::SQS::Queue}
 * @param properties not yet evaluated
 */
record Declared(String id, String type, Members properties) {
}
