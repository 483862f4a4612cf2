@NullMarked
package dev.punctual.template.markdown;

import org.jspecify.annotations.NullMarked;
