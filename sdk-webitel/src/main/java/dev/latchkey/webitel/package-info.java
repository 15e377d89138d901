/** The Webitel client: login, logout and session, and the records that they return. */
@NullMarked
package dev.latchkey.webitel;

import org.jspecify.annotations.NullMarked;
