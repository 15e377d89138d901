package dev.latchkey.core.vendor;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePasswords;

/**
 * One login: what a {@link TokenService} needs for it.
 *
 * @param credentials who logs in
 * @param oneTimePasswords answers a challenge
 */
public record LoginAttempt(Credentials credentials, OneTimePasswords oneTimePasswords) {}
