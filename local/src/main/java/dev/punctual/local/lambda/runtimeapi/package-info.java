@NullMarked
package dev.punctual.local.lambda.runtimeapi;

import org.jspecify.annotations.NullMarked;
