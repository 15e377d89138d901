package dev.latchkey.fake.connectware;

import dev.latchkey.fake.internal.OneTimePasswords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Enrols users and checks their codes. To be used with the fake's state to oneself. */
final class SecondFactor {
    private static final int BACKUP_CODES = 10;

    private final InstantSource clock;
    private final MfaSettings settings;
    private final SecretText texts;
    private final OneTimePasswords passwords = new OneTimePasswords();

    SecondFactor(InstantSource clock, MfaSettings settings, SecretText texts) {
        this.clock = clock;
        this.settings = settings;
        this.texts = texts;
    }

    /** A new key for a user who has none, as the URI that an authenticator reads. */
    String offer(User user) {
        if (user.mfa.isEnrolled()) {
            throw Problem.conflict("MFA is enabled already");
        }
        String key = texts.oneTimePasswordKey();
        user.mfa.offer(key);
        return uri(key);
    }

    private static String uri(String key) {
        return "otpauth://totp/Cybus:Connectware?issuer=Cybus&secret=" + key + "&algorithm=SHA1&digits=6&period=30";
    }

    /** Enrols the user, who shows by a code to have the key that was offered. */
    List<String> confirm(User user, String otp) {
        String key = user.mfa.offered();
        if (key == null) {
            throw Problem.badRequest("MFA has to be enabled before it is validated");
        }
        check(user, () -> isRight(user, key, otp));
        user.mfa.enrol(key, newBackupCodes());
        return user.mfa.backupCodes();
    }

    /** Enrols a user without any code. */
    List<String> enrol(User user) {
        user.mfa.clear();
        user.mfa.enrol(texts.oneTimePasswordKey(), newBackupCodes());
        return user.mfa.backupCodes();
    }

    /** Refuses the first step of a login while the user is locked out, if that is what the lockout does. */
    void checkFirstStep(User user) {
        if (settings.lockoutRefusesLogin()) {
            requireNotLocked(user, clock.instant());
        }
    }

    /** Checks the code in a request, a one-time password or else a backup code, and uses it up. */
    void check(User user, Body body) {
        String key = user.mfa.secret();
        if (key == null) {
            throw Problem.badRequest("MFA is not enabled");
        }
        String otp = body.optionalText("otp");
        String backupCode = body.optionalText("backupCode");
        if (otp != null) {
            check(user, () -> isRight(user, key, otp));
        } else if (backupCode != null) {
            check(user, () -> user.mfa.useBackupCode(backupCode));
        } else {
            throw Problem.badRequest("otp or backupCode is required");
        }
    }

    List<String> regenerate(User user) {
        user.mfa.replaceBackupCodes(newBackupCodes());
        return user.mfa.backupCodes();
    }

    /** The code that an authenticator shows now, for the key that is used or has been offered. */
    String current(User user) {
        String key = user.mfa.isEnrolled() ? user.mfa.secret() : user.mfa.offered();
        if (key == null) {
            throw new IllegalStateException("user " + user.username + " has no key for one-time passwords; enable MFA");
        }
        return passwords.at(key, clock.instant());
    }

    /** Looks at the code only if the user is not locked out, so that none is used up then. */
    private void check(User user, BooleanSupplier right) {
        Instant now = clock.instant();
        requireNotLocked(user, now);
        if (!right.getAsBoolean()) {
            user.mfa.wrongCode(now, settings.wrongCodesAllowed());
            throw Problem.unauthorized("The code is wrong");
        }
        user.mfa.rightCode();
    }

    private void requireNotLocked(User user, Instant now) {
        if (user.mfa.isLocked(now, settings.lockout())) {
            throw Problem.of(
                    settings.lockoutStatus(), "MfaLocked", "Too many codes were wrong; wait before the next one");
        }
    }

    private boolean isRight(User user, String key, String otp) {
        boolean once = settings.usedCodesRefused();
        OptionalLong step =
                passwords.match(key, otp, clock.instant(), candidate -> !once || !user.mfa.isUsed(candidate));
        step.ifPresent(user.mfa::use);
        return step.isPresent();
    }

    private List<String> newBackupCodes() {
        return Stream.generate(texts::backupCode).limit(BACKUP_CODES).toList();
    }
}
