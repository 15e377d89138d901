/** The command that measures, and what it runs. */
@NullMarked
package dev.latchkey.benchmarks;

import org.jspecify.annotations.NullMarked;
