package dev.latchkey.fake.connectware;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param user the user
 * @param token the token that was presented, or null if it was a password
 */
record Caller(User user, @Nullable AccessToken token) {}
