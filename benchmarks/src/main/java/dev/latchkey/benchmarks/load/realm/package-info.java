/** A server that issues tokens, lets them die and counts, as one measurement wants it. */
@NullMarked
package dev.latchkey.benchmarks.load.realm;

import org.jspecify.annotations.NullMarked;
