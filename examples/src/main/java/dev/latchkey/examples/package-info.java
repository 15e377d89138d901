/** Runnable examples: the tour, and one file per use case. */
@NullMarked
package dev.latchkey.examples;

import org.jspecify.annotations.NullMarked;
