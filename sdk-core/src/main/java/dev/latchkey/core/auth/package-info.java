/**
 * The session of a client as its user sees it: {@link dev.latchkey.core.auth.Session}, {@link
 * dev.latchkey.core.auth.Credentials}, {@link dev.latchkey.core.auth.SessionStatus}, {@link
 * dev.latchkey.core.auth.SessionListener} and one-time passwords.
 */
@NullMarked
package dev.latchkey.core.auth;

import org.jspecify.annotations.NullMarked;
