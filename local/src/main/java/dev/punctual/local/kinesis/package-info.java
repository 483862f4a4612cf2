@NullMarked
package dev.punctual.local.kinesis;

import org.jspecify.annotations.NullMarked;
