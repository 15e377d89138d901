/** Reading a token that is fresh, as every call does first. */
@NullMarked
package dev.latchkey.benchmarks.token;

import org.jspecify.annotations.NullMarked;
