@NullMarked
package dev.punctual.testkit.mapping.response;

import org.jspecify.annotations.NullMarked;
