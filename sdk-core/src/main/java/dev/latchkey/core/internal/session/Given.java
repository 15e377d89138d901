package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * What the user gave the session itself, for renewals to come. A part of its state, so that a logout forgets it together with the
 * tokens. What the client's builder was given for logins stays until the close.
 *
 * @param credentials of the last {@code login(credentials)}, or null
 * @param refreshToken for the first renewal, or null
 */
record Given(@Nullable Credentials credentials, @Nullable String refreshToken) {
    static final Given NOTHING = new Given(null, null);

    Given with(Credentials newest) {
        return new Given(newest, refreshToken);
    }

    /** What there is; never the password or the token. */
    @Override
    public String toString() {
        return "Given[" + credentials + (refreshToken == null ? "" : ", refreshToken=***") + "]";
    }
}
