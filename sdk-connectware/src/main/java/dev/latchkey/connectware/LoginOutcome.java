package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;

/**
 * What the first step of a login ends with: the token, or the demand for a second factor.
 *
 * <pre>{@code
 * LoginOutcome outcome = connectware.auth().login("jane", password).execute();
 * LoginResult result = outcome instanceof LoginOutcome.Challenge challenge
 *         ? challenge.complete(askForCode()).execute()
 *         : outcome.result();
 * }</pre>
 */
public sealed interface LoginOutcome {

    /**
     * What the server said in this step.
     *
     * @return the answer
     */
    LoginResult result();

    /**
     * The login is through.
     *
     * @param result with the token
     */
    record Done(LoginResult result) implements LoginOutcome {}

    /**
     * A second factor is wanted. May be completed again after a wrong code, as long as the server remembers the first step.
     * Immutable.
     */
    final class Challenge implements LoginOutcome {
        private final LoginResult result;
        private final Mfa mfa;
        private final String username;
        private final String secret;

        Challenge(LoginResult result, Mfa mfa, String username, String secret) {
            this.result = result;
            this.mfa = mfa;
            this.username = username;
            this.secret = secret;
        }

        @Override
        public LoginResult result() {
            return result;
        }

        /**
         * Ends the login: {@code POST /api/mfa/login}. Never repeated by itself.
         *
         * @param otp the one-time password
         * @return a call that yields the token
         * @throws dev.latchkey.core.InvalidInputException if the password is blank
         */
        public ApiCall<LoginResult> complete(String otp) {
            return mfa.login(username, secret, MfaCode.otp(otp));
        }

        /**
         * Ends the login and spends a backup code: {@code POST /api/mfa/login}. Never repeated by itself.
         *
         * @param code one of {@link BackupCodes}
         * @return a call that yields the token
         * @throws dev.latchkey.core.InvalidInputException if the code is blank
         */
        public ApiCall<LoginResult> completeWithBackupCode(String code) {
            return mfa.login(username, secret, MfaCode.backupCode(code));
        }

        /** The answer, without secrets. */
        @Override
        public String toString() {
            return "Challenge[result=" + result + "]";
        }
    }
}
