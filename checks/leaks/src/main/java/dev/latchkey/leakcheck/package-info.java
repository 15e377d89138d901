/** Searches a whole test run for secrets. Not shipped. */
@NullMarked
package dev.latchkey.leakcheck;

import org.jspecify.annotations.NullMarked;
