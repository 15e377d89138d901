/** One authorised GET whose answer is decoded, by each of the clients. */
@NullMarked
package dev.latchkey.benchmarks.get;

import org.jspecify.annotations.NullMarked;
