/** Objects in S3. */
@NullMarked
package dev.punctual.wire.s3;

import org.jspecify.annotations.NullMarked;
