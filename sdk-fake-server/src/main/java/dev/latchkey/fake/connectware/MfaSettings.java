package dev.latchkey.fake.connectware;

import java.time.Duration;

/**
 * How multi-factor authentication behaves at the fake. Safe for concurrent use.
 *
 * <pre>{@code
 * fake.settings().mfa().lockoutStatus(423).usedCodesRefused(false);
 * }</pre>
 */
public final class MfaSettings {
    private volatile Duration challengeLifetime = Duration.ZERO;
    private volatile int wrongCodesAllowed;
    private volatile Duration lockout = Duration.ZERO;
    private volatile int lockoutStatus;
    private volatile boolean usedCodesRefused;
    private volatile boolean lockoutRefusesLogin;

    MfaSettings() {
        restore();
    }

    void restore() {
        challengeLifetime = Duration.ofMinutes(5);
        wrongCodesAllowed = 5;
        lockout = Duration.ofMinutes(5);
        lockoutStatus = 429;
        usedCodesRefused = true;
        lockoutRefusesLogin = false;
    }

    /** How long the {@code secret} of a login that needs MFA is good for the second step; 5 minutes at first. */
    public MfaSettings challengeLifetime(Duration lifetime) {
        challengeLifetime = lifetime;
        return this;
    }

    /** How many wrong codes in a row lock a user out of MFA; 5 at first. The last of them is still a plain 401. */
    public MfaSettings wrongCodesAllowed(int number) {
        wrongCodesAllowed = number;
        return this;
    }

    /** How long that lockout lasts; 5 minutes at first. */
    public MfaSettings lockout(Duration duration) {
        lockout = duration;
        return this;
    }

    /** The status of an MFA request during the lockout, whatever its code; 429 at first. The real one is not known. */
    public MfaSettings lockoutStatus(int status) {
        lockoutStatus = status;
        return this;
    }

    /**
     * Whether a one-time password is good only once, as RFC 6238 asks for; at first it is. A test that needs two codes
     * within 30 seconds advances the clock between them.
     */
    public MfaSettings usedCodesRefused(boolean refused) {
        usedCodesRefused = refused;
        return this;
    }

    /**
     * Whether the lockout refuses the first step of a login too, with {@link #lockoutStatus}, even with the right password; at
     * first not. The vendor says that the account is deactivated for the time, and not what that means for a login.
     */
    public MfaSettings lockoutRefusesLogin(boolean refuses) {
        lockoutRefusesLogin = refuses;
        return this;
    }

    boolean lockoutRefusesLogin() {
        return lockoutRefusesLogin;
    }

    Duration challengeLifetime() {
        return challengeLifetime;
    }

    int wrongCodesAllowed() {
        return wrongCodesAllowed;
    }

    Duration lockout() {
        return lockout;
    }

    int lockoutStatus() {
        return lockoutStatus;
    }

    boolean usedCodesRefused() {
        return usedCodesRefused;
    }
}
