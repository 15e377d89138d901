package dev.latchkey.fake.connectware;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second factor of a user. To be used with the fake's state to oneself. */
final class Mfa {
    private final List<String> backupCodes = new ArrayList<>();
    private final Set<Long> usedSteps = new HashSet<>();
    private @Nullable String secret;
    private @Nullable String offered;
    private @Nullable Instant lockedAt;
    private int wrongCodes;

    boolean isEnrolled() {
        return secret != null;
    }

    /** The key that codes are made of, null if the user is not enrolled. */
    @Nullable
    String secret() {
        return secret;
    }

    /** The key that the user has been shown and not confirmed yet, or null. */
    @Nullable
    String offered() {
        return offered;
    }

    /** Shows the user a key, in the place of one shown before. */
    void offer(String key) {
        offered = key;
        usedSteps.clear();
    }

    /** From now on this key makes the codes. */
    void enrol(String key, List<String> codes) {
        secret = key;
        offered = null;
        replaceBackupCodes(codes);
    }

    /** Forgets all of it, a lockout too. */
    void clear() {
        backupCodes.clear();
        secret = null;
        offered = null;
        forgetAttempts();
    }

    /** The backup codes that have not been used. */
    List<String> backupCodes() {
        return List.copyOf(backupCodes);
    }

    void replaceBackupCodes(List<String> codes) {
        backupCodes.clear();
        backupCodes.addAll(codes);
    }

    /** Uses a backup code up, and says whether there was such a one. */
    boolean useBackupCode(String code) {
        return backupCodes.remove(code);
    }

    boolean isUsed(long step) {
        return usedSteps.contains(step);
    }

    void use(long step) {
        usedSteps.add(step);
    }

    /** Forgets used and wrong codes, and a lockout. */
    void forgetAttempts() {
        usedSteps.clear();
        lockedAt = null;
        wrongCodes = 0;
    }

    /** Whether too many codes were wrong a while ago; the count starts afresh once the while is over. */
    boolean isLocked(Instant now, Duration lockout) {
        if (lockedAt == null) {
            return false;
        }
        // A fake's clock may be set back behind the lockout.
        boolean locked = !now.isBefore(lockedAt) && now.isBefore(lockedAt.plus(lockout));
        if (!locked) {
            lockedAt = null;
            wrongCodes = 0;
        }
        return locked;
    }

    void wrongCode(Instant now, int allowed) {
        wrongCodes++;
        if (wrongCodes >= allowed) {
            lockedAt = now;
        }
    }

    void rightCode() {
        wrongCodes = 0;
    }
}
