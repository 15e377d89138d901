package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.store.LoginNotes;
import dev.latchkey.core.store.LoginNotes.SentCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which one-time passwords were sent: by this client, and by all who share its store. Each is noted before it is sent, so that
 * it counts as used whatever becomes of the login. Used by one job at a time.
 */
final class SentCodes {
    private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey.core.session");

    /** How many steps a clock of another member may be ahead. */
    private static final long MAX_AHEAD = 2;

    private static final int MAX_REFUSED = 2;
    private static final Duration FIRST_PROBE = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final TimeSource time;
    private final String identity;
    private volatile LoginNotes own = LoginNotes.NONE;
    private volatile @Nullable ByteString lastCode;
    private volatile boolean clocksDiffer;

    SentCodes(TimeSource time, String identity) {
        this.time = time;
        this.identity = identity;
    }

    /** Whether somebody has noted a step that has not come by the clock of this machine, so that the note is not used. */
    boolean clocksDiffer() {
        return clocksDiffer;
    }

    /** The last step of which a code was sent; 0 if there is none that can be, as seen from the current one. */
    long lastStep(long current, StoreSection section) {
        long stored = section.notes().oneTimePasswordStep();
        boolean ahead = stored > current + MAX_AHEAD;
        if (ahead && !clocksDiffer) {
            LOG.warn(
                    "The token store says that a one-time password was sent {} steps ahead of the clock of this machine, or"
                            + " the clock of another one that shares the store is wrong. The note is not used.",
                    stored - current);
        }
        clocksDiffer = ahead;
        long mine = own.oneTimePasswordStep();
        return Math.max(ahead ? 0 : stored, mine > current + MAX_AHEAD ? 0 : mine);
    }

    boolean wasSent(String code, StoreSection section) {
        SentCode stored = section.notes().oneTimePassword();
        return Digest.of(code).equals(lastCode) || (stored != null && stored.print() == print(code));
    }

    /** To be called before a code is sent; the step is that of a built-in one, or negative. */
    void sending(String code, long step, StoreSection section) {
        lastCode = Digest.of(code);
        SentCode sent = new SentCode(print(code), refusedInARow(section), time.now());
        own = step < 0 ? own : own.withOneTimePasswordStep(step);
        LoginNotes notes = section.notes();
        note(sent, step < 0 ? notes : notes.withOneTimePasswordStep(step), section);
    }

    void accepted(StoreSection section) {
        SentCode last = last(section);
        if (last != null && last.refused() > 0) {
            note(new SentCode(last.print(), 0, last.sentAt()), section.notes(), section);
        }
    }

    /** How many were refused in a row by now. */
    int refused(StoreSection section) {
        SentCode last = last(section);
        if (last == null) {
            return 0;
        }
        note(new SentCode(last.print(), last.refused() + 1, last.sentAt()), section.notes(), section);
        return last.refused() + 1;
    }

    int refusedInARow(StoreSection section) {
        SentCode last = last(section);
        return last == null ? 0 : last.refused();
    }

    /** Whether too many were refused, and the next probe is not due. */
    boolean isStopped(StoreSection section) {
        SentCode last = last(section);
        if (last == null || last.refused() < MAX_REFUSED) {
            return false;
        }
        int doublings = Math.min(last.refused() - MAX_REFUSED, Byte.SIZE);
        Duration pause = FIRST_PROBE.multipliedBy(1L << doublings);
        Duration since = Duration.between(last.sentAt(), time.now()).abs(); // A time to come is a clock's mistake.
        return since.compareTo(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE) < 0;
    }

    /** What was sent last; the process knows it too where the store is away. */
    private @Nullable SentCode last(StoreSection section) {
        SentCode stored = section.notes().oneTimePassword();
        SentCode mine = own.oneTimePassword();
        return stored == null || (mine != null && mine.sentAt().isAfter(stored.sentAt())) ? mine : stored;
    }

    private void note(SentCode sent, LoginNotes notes, StoreSection section) {
        own = own.withOneTimePassword(sent);
        section.note(notes.withOneTimePassword(sent));
    }

    private int print(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((identity + '\n' + code).getBytes(StandardCharsets.UTF_8));
            return ((hash[0] & 0xFF) << Byte.SIZE) | (hash[1] & 0xFF);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every platform has SHA-256.", e);
        }
    }
}
