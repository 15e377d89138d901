/**
 * The session of a client: how it logs in, renews, is shared and ends. A user meets {@link dev.latchkey.core.auth.Session},
 * {@link dev.latchkey.core.auth.Credentials}, {@link dev.latchkey.core.auth.TokenStore} and
 * {@link dev.latchkey.core.auth.SessionListener}; a vendor module implements
 * {@link dev.latchkey.core.auth.TokenService} and {@link dev.latchkey.core.auth.AuthScheme}.
 */
@NullMarked
package dev.latchkey.core.auth;

import org.jspecify.annotations.NullMarked;
