@NullMarked
package dev.punctual.local.s3;

import org.jspecify.annotations.NullMarked;
