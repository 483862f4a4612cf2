/** What speaks to SQS. */
@NullMarked
package dev.punctual.wire.sqs;

import org.jspecify.annotations.NullMarked;
