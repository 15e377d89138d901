/** Applications that are only shrunk, to see how large they become. */
@NullMarked
package dev.latchkey.android.apps;

import org.jspecify.annotations.NullMarked;
