package dev.latchkey.connectware;

import dev.latchkey.core.Operation;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.http.HttpApi;

/**
 * What a login of the client itself ends with ({@link ConnectwareClient#logIn}): the session is in use, or a second factor is
 * wanted first.
 *
 * <pre>{@code
 * SessionLogin login = connectware.logIn("jane", password).execute();
 * if (login instanceof SessionLogin.Challenge challenge) {
 *     challenge.complete(askForCode()).execute();
 * }
 * }</pre>
 */
public sealed interface SessionLogin {

    /**
     * The session is in use.
     *
     * @param state of the session
     */
    record Done(SessionState state) implements SessionLogin {}

    /**
     * A second factor is wanted; the session is as it was before. May be completed again after a wrong code, as long as the
     * server remembers the first step. Immutable.
     */
    final class Challenge implements SessionLogin {
        private final HttpApi http;
        private final Credentials credentials;
        private final SecondStep step;

        Challenge(HttpApi http, Credentials credentials, SecondStep step) {
            this.http = http;
            this.credentials = credentials;
            this.step = step;
        }

        /**
         * Ends the login: {@code POST /api/mfa/login}. Never repeated by itself.
         *
         * @param otp the one-time password
         * @return an operation that ends with the session in use, or fails with {@link
         *     dev.latchkey.core.MfaRequiredException} if the server refuses the password
         * @throws dev.latchkey.core.InvalidInputException if the password is blank
         */
        public Operation<SessionState> complete(String otp) {
            return completeWith(MfaCode.otp(otp));
        }

        /**
         * Ends the login and spends a backup code: {@code POST /api/mfa/login}. Never repeated by itself.
         *
         * @param code one of {@link BackupCodes}
         * @return an operation as that of {@link #complete}
         * @throws dev.latchkey.core.InvalidInputException if the code is blank
         */
        public Operation<SessionState> completeWithBackupCode(String code) {
            return completeWith(MfaCode.backupCode(code));
        }

        private Operation<SessionState> completeWith(MfaCode code) {
            return http.login(credentials, () -> step.complete(code));
        }

        /** Who logs in. */
        @Override
        public String toString() {
            return "Challenge[username=" + credentials.username() + "]";
        }
    }
}
