/** The Cybus Connectware client: one class per API group, and the records that they take and return. */
@NullMarked
package dev.latchkey.connectware;

import org.jspecify.annotations.NullMarked;
