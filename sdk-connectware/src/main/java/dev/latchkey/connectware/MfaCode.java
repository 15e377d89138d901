package dev.latchkey.connectware;

import dev.latchkey.core.auth.OneTimePasswords;
import org.jspecify.annotations.Nullable;

/**
 * What proves the second factor: a one-time password, or else a backup code, which is spent by it, or both. Immutable.
 *
 * <pre>{@code
 * connectware.mfa().disable(MfaCode.otp("123456")).execute();
 * }</pre>
 */
public final class MfaCode {
    private final @Nullable String otp;
    private final @Nullable String backupCode;

    private MfaCode(@Nullable String otp, @Nullable String backupCode) {
        this.otp = otp;
        this.backupCode = backupCode;
    }

    /**
     * A one-time password.
     *
     * @param code for instance {@code 123456}; spaces do not count, and digits may be those of any script
     * @return the code
     * @throws dev.latchkey.core.InvalidInputException if it is blank, or cannot be a code
     */
    public static MfaCode otp(String code) {
        return new MfaCode(plain("one-time password", code), null);
    }

    /**
     * A backup code. The server accepts it once.
     *
     * @param code one of {@link BackupCodes}; spaces do not count, and digits may be those of any script
     * @return the code
     * @throws dev.latchkey.core.InvalidInputException if it is blank, or cannot be a code
     */
    public static MfaCode backupCode(String code) {
        return new MfaCode(null, plain("backup code", code));
    }

    /**
     * Both at once, as the vendor's samples print them. Whether a server takes both, and which of them counts, is not known.
     *
     * @param otp a one-time password
     * @param backupCode one of {@link BackupCodes}
     * @return the codes
     * @throws dev.latchkey.core.InvalidInputException if one of them is blank, or cannot be a code
     */
    public static MfaCode both(String otp, String backupCode) {
        return new MfaCode(otp(otp).otp, backupCode(backupCode).backupCode);
    }

    private static String plain(String what, String code) {
        return OneTimePasswords.plain(what, Inputs.require(what, code));
    }

    @Nullable
    String otp() {
        return otp;
    }

    @Nullable
    String backupCode() {
        return backupCode;
    }

    /** Which of the two it is; never the code. */
    @Override
    public String toString() {
        String both = otp != null && backupCode != null ? ", " : "";
        return "MfaCode[" + (otp == null ? "" : "otp=***") + both + (backupCode == null ? "" : "backupCode=***") + "]";
    }
}
