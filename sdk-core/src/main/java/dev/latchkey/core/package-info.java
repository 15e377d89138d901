/** What every client shares in its public face: calls, responses, pages and the errors that they end in. */
@NullMarked
package dev.latchkey.core;

import org.jspecify.annotations.NullMarked;
