/** A server that costs little, and the same for everyone. */
@NullMarked
package dev.latchkey.benchmarks.server;

import org.jspecify.annotations.NullMarked;
