/** A stateful in-memory fake of the ControlByWeb.Cloud server. */
@NullMarked
package dev.latchkey.fake.controlbyweb;

import org.jspecify.annotations.NullMarked;
