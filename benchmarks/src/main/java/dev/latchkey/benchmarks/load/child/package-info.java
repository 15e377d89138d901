/** Programs that are run in processes of their own. */
@NullMarked
package dev.latchkey.benchmarks.load.child;

import org.jspecify.annotations.NullMarked;
