/** Where steps are found: files of lines, exports of CloudWatch Logs, traces. */
@NullMarked
package dev.punctual.journey.source;

import org.jspecify.annotations.NullMarked;
