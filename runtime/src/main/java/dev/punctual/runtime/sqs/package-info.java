/** SQS events, read from the bytes that Lambda hands over, and messages sent to queues. */
@NullMarked
package dev.punctual.runtime.sqs;

import org.jspecify.annotations.NullMarked;
