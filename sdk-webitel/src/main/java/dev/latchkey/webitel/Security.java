package dev.latchkey.webitel;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.OneTimePasswords;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import org.jspecify.annotations.Nullable;

/**
 * The one-time password of root. Everybody else, a domain token of the role {@code root} too, gets a {@link
 * dev.latchkey.core.ForbiddenException}. Logins of root ask for it where the server's configuration says so ({@code useTOTP});
 * these settings ask for it in any case, once it is enabled.
 *
 * <p>Set it up in this order, so that a lost answer locks nobody out:
 *
 * <pre>{@code
 * MfaEnrollment key = root.security().newSecret().execute().enrollment();   // to be scanned, or kept in a vault
 * OneTimePassword totp = key.oneTimePassword();
 * root.security().get().execute();                                          // the same key: it was saved
 * root.security().setEnabled(true).execute();
 * root.security().get(totp.current()).execute();                            // a code of it is accepted
 * }</pre>
 *
 * <p>What enables without a key makes one, and its answer is the only chance to have it: if that is lost, root is locked out of
 * these settings and of logins. So no change here is ever repeated by itself.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Security {
    static final String SECURITY = "/api/v2/settings/security";

    private final HttpApi http;

    Security(HttpApi http) {
        this.http = http;
    }

    /**
     * The settings, while no one-time password is enabled: {@code GET /api/v2/settings/security}.
     *
     * <p>Source: recorded.
     *
     * @return a call that yields them, the key included; it fails with {@link dev.latchkey.core.MfaRequiredException} if the
     *     server wants a code
     */
    public ApiCall<SecuritySettings> get() {
        return read(null);
    }

    /**
     * The settings: {@code GET /api/v2/settings/security?code=…}.
     *
     * <p>Source: recorded; a wrong code: seen.
     *
     * @param code the one-time password of this moment; it travels in the URL
     * @return a call that yields them, the key included; it fails with {@link dev.latchkey.core.ForbiddenException} if the code
     *     is wrong
     * @throws InvalidInputException if the code cannot be one
     */
    public ApiCall<SecuritySettings> get(String code) {
        return read(plain(code));
    }

    /**
     * Makes another key, while no one-time password is enabled: {@code PUT /api/v2/settings/security}. Never repeated by itself.
     *
     * <p>Source: recorded.
     *
     * @return a call that yields the new key
     */
    public ApiCall<SecuritySettings> newSecret() {
        return change(new SecurityChange(true, null, null));
    }

    /**
     * Makes another key, which holds at once: {@code PUT /api/v2/settings/security}. The next code comes from the new one. Never
     * repeated by itself.
     *
     * <p>Source: recorded.
     *
     * @param code the one-time password of this moment, by the key that goes
     * @return a call that yields the new key; it fails as {@link #get(String)}
     * @throws InvalidInputException if the code cannot be one
     */
    public ApiCall<SecuritySettings> newSecret(String code) {
        return change(new SecurityChange(true, null, plain(code)));
    }

    /**
     * Asks for one-time passwords from now on, or does not, where no code is needed for that: {@code PUT
     * /api/v2/settings/security}. Never repeated by itself.
     *
     * <p>Source: recorded.
     *
     * @param enabled whether
     * @return a call that yields the settings; without a key before, the server makes one, which is in the answer only
     */
    public ApiCall<SecuritySettings> setEnabled(boolean enabled) {
        return change(new SecurityChange(null, enabled, null));
    }

    /**
     * Asks for one-time passwords from now on, or does not: {@code PUT /api/v2/settings/security}. Never repeated by itself.
     *
     * <p>Source: recorded.
     *
     * @param enabled whether
     * @param code the one-time password of this moment
     * @return a call that yields the settings; it fails as {@link #get(String)}
     * @throws InvalidInputException if the code cannot be one
     */
    public ApiCall<SecuritySettings> setEnabled(boolean enabled, String code) {
        return change(new SecurityChange(null, enabled, plain(code)));
    }

    private ApiCall<SecuritySettings> read(@Nullable String code) {
        return masking(http.get(SECURITY).query("code", code), code).returning(SecuritySettings.JSON);
    }

    private ApiCall<SecuritySettings> change(SecurityChange change) {
        return masking(http.put(SECURITY).json(SecurityChange.JSON, change), change.code())
                .repeat(Repeat.NEVER)
                .returning(SecuritySettings.JSON);
    }

    private static Endpoint masking(Endpoint endpoint, @Nullable String code) {
        return code == null ? endpoint.secret() : endpoint.secret().mask(code);
    }

    private static String plain(String code) {
        return OneTimePasswords.plain("one-time password", code);
    }
}
