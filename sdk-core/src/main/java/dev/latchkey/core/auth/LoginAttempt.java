package dev.latchkey.core.auth;

/**
 * One login: what a {@link TokenService} needs for it.
 *
 * @param credentials who logs in
 * @param oneTimePasswords answers a challenge
 */
public record LoginAttempt(Credentials credentials, OneTimePasswords oneTimePasswords) {}
