/**
 * {@code @QuarkusIntegrationTest} for functions: what the build made, a jar or a native executable, runs as its template
 * deploys it.
 */
@NullMarked
package dev.punctual.local.quarkus;

import org.jspecify.annotations.NullMarked;
