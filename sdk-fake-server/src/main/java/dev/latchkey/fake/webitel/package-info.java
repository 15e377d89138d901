/** A stateful in-memory fake of a Webitel server. */
@NullMarked
package dev.latchkey.fake.webitel;

import org.jspecify.annotations.NullMarked;
