/** The floor: OkHttp and Moshi, and everything else by hand. */
@NullMarked
package dev.latchkey.benchmarks.raw;

import org.jspecify.annotations.NullMarked;
