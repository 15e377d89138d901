package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.MfaEnrollment;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of the user whom this client is logged in as, and the second step of a login. None of these calls is ever
 * repeated by itself: five wrong codes lock the user for minutes, and a backup code is spent by the first call.
 *
 * <p>A factor is set up in two calls, and holds from the second on:
 *
 * <pre>{@code
 * MfaEnrollment enrollment = connectware.mfa().enable().execute();
 * BackupCodes codes = connectware.mfa().validate(codeFromTheUsersAuthenticator).execute();
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Mfa {
    private static final RecordAdapter<MfaEnrollment> ENROLLMENT = RecordAdapter.of("MfaEnrollment", r -> {
        var uri = r.required("uri", Json.STRING, MfaEnrollment::uri);
        return in -> MfaEnrollment.of(in.get(uri));
    });

    private final MfaRequests requests;

    Mfa(HttpApi http) {
        this.requests = new MfaRequests(http);
    }

    /**
     * Starts to set up a second factor: {@code POST /api/mfa/enable}. Logins do not ask for it before {@link #validate}.
     *
     * @return a call that yields what an authenticator needs
     */
    public ApiCall<MfaEnrollment> enable() {
        return requests.post("/api/mfa/enable").returning(ENROLLMENT);
    }

    /**
     * Ends to set up a second factor: {@code POST /api/mfa/validate}. From now on logins ask for it.
     *
     * @param otp the one-time password that the authenticator shows
     * @return a call that yields the backup codes, which the server does not tell again
     * @throws InvalidInputException if the password is blank
     */
    public ApiCall<BackupCodes> validate(String otp) {
        return requests.withCode("/api/mfa/validate", MfaCode.otp(otp)).returning(BackupCodes.JSON);
    }

    /**
     * The second step of a login: {@code POST /api/mfa/login}. It leaves the client's session alone, and logs nobody in to be
     * sent; {@link LoginOutcome.Challenge} does the same with the user name and the secret filled in.
     *
     * @param username who logs in
     * @param secret what the first step has told ({@link LoginResult#secret})
     * @param code the one-time password, or a backup code
     * @return a call that yields the token, or fails with {@link dev.latchkey.core.MfaRequiredException} if the server asks
     *     for yet another code
     * @throws InvalidInputException if the user name or the secret is blank
     */
    public ApiCall<LoginResult> login(String username, String secret, MfaCode code) {
        return requests.login(username, secret, code).tokenIfHeld().returning(SecondStep.READER);
    }

    /**
     * Does without a second factor from now on: {@code POST /api/mfa/disable}. An administrator does it for others with the
     * update of a user.
     *
     * @param code the one-time password, or a backup code
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> disable(MfaCode code) {
        return requests.withCode("/api/mfa/disable", code).returningNothing();
    }

    /**
     * New backup codes instead of the old ones: {@code POST /api/mfa/regenerate/backupcodes}.
     *
     * @param code the one-time password, or a backup code
     * @return a call that yields the codes, which the server does not tell again
     */
    public ApiCall<BackupCodes> regenerateBackupCodes(MfaCode code) {
        return requests.withCode("/api/mfa/regenerate/backupcodes", code).returning(BackupCodes.JSON);
    }
}
