/** The machine behind {@link dev.latchkey.core.auth.Session}. Not exported. */
@NullMarked
package dev.latchkey.core.internal.session;

import org.jspecify.annotations.NullMarked;
