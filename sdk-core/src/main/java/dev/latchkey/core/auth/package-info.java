/** The session: credentials, tokens, where they are stored, how they are renewed, and who is told about it. */
@NullMarked
package dev.latchkey.core.auth;

import org.jspecify.annotations.NullMarked;
