/** Clients and token caches, each used as its documentation says, behind one small interface. */
@NullMarked
package dev.latchkey.benchmarks.load.subject;

import org.jspecify.annotations.NullMarked;
