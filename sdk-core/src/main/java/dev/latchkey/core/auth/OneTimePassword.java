package dev.latchkey.core.auth;

/**
 * The user's source of one-time passwords. Called on a thread of the session, at most once a login, and given up after a
 * time limit. It must not use its own client.
 */
@FunctionalInterface
public interface OneTimePassword {

    /**
     * The current code.
     *
     * @return for instance {@code 123456}
     * @throws Exception if there is none; the login fails with {@link dev.latchkey.core.MfaRequiredException}
     */
    String current() throws Exception;

    /**
     * Whether this source answers without a person, so that it may be asked for a renewal in the background.
     *
     * @return false unless declared by {@link #unattended}
     */
    default boolean isUnattended() {
        return false;
    }

    /**
     * Declares that a source answers by itself, a TOTP generator for instance.
     *
     * @param source computes the code
     * @return a source that background renewals use too
     */
    static OneTimePassword unattended(OneTimePassword source) {
        return new UnattendedOneTimePassword(source);
    }
}
