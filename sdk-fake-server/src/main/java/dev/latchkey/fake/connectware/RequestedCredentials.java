package dev.latchkey.fake.connectware;

import org.jspecify.annotations.Nullable;

/**
 * What a device wants to log in with: a password, a certificate or both.
 *
 * @param csr what is to be signed, or null
 */
record RequestedCredentials(
        @Nullable String password, @Nullable SigningRequest csr) {
    /** The kinds only. */
    @Override
    public String toString() {
        return "RequestedCredentials[" + (password == null ? "" : "password ") + (csr == null ? "" : "csr") + "]";
    }
}
