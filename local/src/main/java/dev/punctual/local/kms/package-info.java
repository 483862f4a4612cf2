@NullMarked
package dev.punctual.local.kms;

import org.jspecify.annotations.NullMarked;
