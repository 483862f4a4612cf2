@NullMarked
package dev.punctual.local.sqs;

import org.jspecify.annotations.NullMarked;
