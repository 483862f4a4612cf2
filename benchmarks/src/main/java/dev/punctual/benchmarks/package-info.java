/** What things cost, measured with JMH. */
@NullMarked
package dev.punctual.benchmarks;

import org.jspecify.annotations.NullMarked;
