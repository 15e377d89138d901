/** What takes a server that keeps sessions, many threads, or a process of its own. */
@NullMarked
package dev.latchkey.benchmarks.load;

import org.jspecify.annotations.NullMarked;
