/** Making a page of a hundred users of bytes in memory. */
@NullMarked
package dev.latchkey.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
