/** The ControlByWeb.Cloud client: one class per API group, and the records that they take and return. */
@NullMarked
package dev.latchkey.controlbyweb;

import org.jspecify.annotations.NullMarked;
