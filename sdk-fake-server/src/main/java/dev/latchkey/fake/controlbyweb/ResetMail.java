package dev.latchkey.fake.controlbyweb;

import java.time.Instant;

/**
 * A mail that lets a user choose a new password.
 *
 * @param to the address
 * @param token the secret in the mail's link
 * @param sentAt when, on the fake's clock
 */
public record ResetMail(String to, String token, Instant sentAt) {
    /** Address and time; not the token. */
    @Override
    public String toString() {
        return "ResetMail[to " + to + ", at " + sentAt + "]";
    }
}
