@NullMarked
package dev.punctual.local.lambda.packaging;

import org.jspecify.annotations.NullMarked;
