package dev.latchkey.connectware;

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
     * @param code for instance {@code 123456}; white space around it does not count
     * @return the code
     * @throws dev.latchkey.core.InvalidInputException if it is blank
     */
    public static MfaCode otp(String code) {
        return new MfaCode(Inputs.require("one-time password", code).trim(), null);
    }

    /**
     * A backup code. The server accepts it once.
     *
     * @param code one of {@link BackupCodes}; white space around it does not count
     * @return the code
     * @throws dev.latchkey.core.InvalidInputException if it is blank
     */
    public static MfaCode backupCode(String code) {
        return new MfaCode(null, Inputs.require("backup code", code).trim());
    }

    /**
     * Both at once, as the vendor's samples print them. Whether a server takes both, and which of them counts, is not known.
     *
     * @param otp a one-time password
     * @param backupCode one of {@link BackupCodes}
     * @return the codes
     * @throws dev.latchkey.core.InvalidInputException if one of them is blank
     */
    public static MfaCode both(String otp, String backupCode) {
        return new MfaCode(otp(otp).otp, backupCode(backupCode).backupCode);
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
