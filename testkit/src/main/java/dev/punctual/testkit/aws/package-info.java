@NullMarked
package dev.punctual.testkit.aws;

import org.jspecify.annotations.NullMarked;
