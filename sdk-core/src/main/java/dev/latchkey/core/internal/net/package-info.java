/** How connections are made. Not exported. */
@NullMarked
package dev.latchkey.core.internal.net;

import org.jspecify.annotations.NullMarked;
