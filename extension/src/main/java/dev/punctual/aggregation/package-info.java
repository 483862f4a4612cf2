/** Many events in one Kinesis record: the format of the Kinesis Producer Library, read and written. */
@NullMarked
package dev.punctual.aggregation;

import org.jspecify.annotations.NullMarked;
