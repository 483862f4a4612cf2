/** What is wrong or doubtful about a deployment. */
@NullMarked
package dev.punctual.template.finding;

import org.jspecify.annotations.NullMarked;
