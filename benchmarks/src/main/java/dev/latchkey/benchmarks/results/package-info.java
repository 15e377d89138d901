/** Figures, the targets that they are held to, and the table, charts and file that are made of them. */
@NullMarked
package dev.latchkey.benchmarks.results;

import org.jspecify.annotations.NullMarked;
