/** A way to what is package-private in the shipped package of this name. */
@NullMarked
package dev.latchkey.connectware;

import org.jspecify.annotations.NullMarked;
