/** Runs JMH, fork by fork in turn, and makes figures of it. */
@NullMarked
package dev.latchkey.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
