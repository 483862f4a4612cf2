/** Keys of AWS KMS. */
@NullMarked
package dev.punctual.wire.kms;

import org.jspecify.annotations.NullMarked;
