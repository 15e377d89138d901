/** Sessions in a database. */
@NullMarked
package dev.latchkey.tokenstore.jdbc;

import org.jspecify.annotations.NullMarked;
