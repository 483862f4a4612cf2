@NullMarked
package dev.punctual.local.http;

import org.jspecify.annotations.NullMarked;
