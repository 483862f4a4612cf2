@NullMarked
package dev.punctual.local.lambda.process;

import org.jspecify.annotations.NullMarked;
