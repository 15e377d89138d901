/** A stateful in-memory fake of the Cybus Connectware auth server. */
@NullMarked
package dev.latchkey.fake.connectware;

import org.jspecify.annotations.NullMarked;
