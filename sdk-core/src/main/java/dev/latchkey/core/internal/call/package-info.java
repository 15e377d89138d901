/** How a call waits. Not exported. */
@NullMarked
package dev.latchkey.core.internal.call;

import org.jspecify.annotations.NullMarked;
