/** The Webitel client: login, logout and session; domain tokens, accounts, roles, and the records that they return. */
@NullMarked
package dev.latchkey.webitel;

import org.jspecify.annotations.NullMarked;
