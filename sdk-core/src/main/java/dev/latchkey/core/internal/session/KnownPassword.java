package dev.latchkey.core.internal.session;

import dev.latchkey.core.store.LoginNotes.Outcome;
import dev.latchkey.core.store.LoginNotes.SentPassword;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one password: by this session, which holds while the store is away, and by the store. Waits are placed on the
 * monotonic clock when they are first seen, so that a wall clock that is set neither shortens nor lengthens them. Not
 * thread-safe; guarded by the lock of the {@link LoginGuard}.
 */
final class KnownPassword {

    /**
     * A note, and the wait that follows on it.
     *
     * @param note what is noted
     * @param until a reading of the monotonic clock
     * @param whole from the send to then, in nanoseconds
     */
    record Wait(SentPassword note, long until, long whole) {
        long left(long now) {
            return Math.max(0, Math.min(whole, until - now));
        }
    }

    private final Probes probes;

    @Nullable
    Integer print;

    private @Nullable Wait mine;
    private @Nullable Wait stored;
    /** The version of the stored session beside which the last note was saved; none if it was not. */
    private long savedBeside = Long.MAX_VALUE;

    KnownPassword(Probes probes) {
        this.probes = probes;
    }

    /** What the store says now, beside a session of that version. */
    void see(List<SentPassword> notes, long version, long now, Instant wall) {
        SentPassword found = found(notes);
        Wait own = mine;
        if (found == null) {
            stored = null;
            if (version > savedBeside) {
                mine = null; // Somebody has logged in with it.
            }
        } else if (own != null && own.note().equals(found)) {
            stored = own;
        } else if (stored == null || !stored.note().equals(found)) {
            stored = placed(found, now, wall);
        }
    }

    private @Nullable SentPassword found(List<SentPassword> notes) {
        SentPassword gravest = null;
        for (SentPassword note : notes) {
            if (isOfThis(note)) {
                gravest = gravest(gravest, note);
            }
        }
        return gravest;
    }

    /** Whether a note counts for this password. */
    boolean isOfThis(SentPassword note) {
        return note.print() == SentPassword.ANY || (print != null && note.print() == print);
    }

    /** By the wall clock, within the bounds of the wait itself. */
    private Wait placed(SentPassword found, long now, Instant wall) {
        long wait = probes.waitAfter(found);
        Instant sentAt = found.lastSentAt();
        long passed = 0;
        if (sentAt.isBefore(wall)) {
            Duration since = Duration.between(sentAt, wall);
            passed = since.compareTo(Duration.ofNanos(wait)) > 0 ? wait : since.toNanos();
        }
        return new Wait(found, wait == Probes.NEVER ? now + wait : now + wait - passed, wait);
    }

    /** The longer wait of the two, null if nothing is noted. */
    @Nullable
    Wait longest(long now) {
        Wait own = mine;
        Wait shared = stored;
        if (own == null || shared == null) {
            return own == null ? shared : own;
        }
        return shared.left(now) > own.left(now) ? shared : own;
    }

    /** What to go back to if nothing was sent. */
    @Nullable
    Wait mine() {
        return mine;
    }

    /** Takes a note of one more send, before it is made. */
    SentPassword next(long now, Instant wall) {
        SentPassword before = gravest(mine == null ? null : mine.note(), stored == null ? null : stored.note());
        int noted = print == null ? SentPassword.ANY : print;
        SentPassword next = before == null
                ? new SentPassword(noted, Outcome.UNCERTAIN, 1, wall)
                : new SentPassword(noted, before.outcome(), Math.min(before.count(), Short.MAX_VALUE) + 1, wall);
        keep(next, now);
        return next;
    }

    /** Remembers a note of a send at that reading of the monotonic clock. */
    void keep(SentPassword note, long sentAt) {
        long wait = probes.waitAfter(note);
        mine = new Wait(note, sentAt + wait, wait);
        savedBeside = Long.MAX_VALUE;
    }

    void restore(@Nullable Wait before) {
        mine = before;
        savedBeside = Long.MAX_VALUE;
    }

    /** The print was taken after the send. */
    void printed(int taken) {
        print = taken;
        Wait own = mine;
        if (own != null) {
            SentPassword note = own.note();
            mine = new Wait(
                    new SentPassword(taken, note.outcome(), note.count(), note.lastSentAt()), own.until(), own.whole());
        }
    }

    void saved(long version) {
        savedBeside = version;
    }

    /** What is noted here is not in the store, or no more. */
    void unsaved() {
        savedBeside = Long.MAX_VALUE;
    }

    void clear() {
        mine = null;
        stored = null;
    }

    private static @Nullable SentPassword gravest(@Nullable SentPassword one, @Nullable SentPassword other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one.outcome() != other.outcome()) {
            return one.outcome() == Outcome.REFUSED ? one : other;
        }
        return one.count() >= other.count() ? one : other;
    }

    /** How long after the last send a password is tried again: seldom enough for no server to lock its user. */
    static final class Probes {
        /** Far enough to mean never, near enough for sums with readings of the monotonic clock not to overflow. */
        static final long NEVER = Long.MAX_VALUE / 4;

        private static final int FREE_UNCERTAIN = 2;
        private static final long MINUTE = Duration.ofMinutes(1).toNanos();
        private static final long HOUR = Duration.ofHours(1).toNanos();
        private static final int MAX_DOUBLINGS = 10;

        private final boolean ofRefused;

        /** With or without probes of refused passwords. */
        Probes(boolean ofRefused) {
            this.ofRefused = ofRefused;
        }

        /** Nanoseconds; 0 if it may be sent like any other. */
        long waitAfter(SentPassword note) {
            if (note.outcome() == Outcome.REFUSED) {
                return ofRefused ? Math.min(24 * HOUR, doubled(HOUR, note.count() - 1)) : NEVER;
            }
            return note.count() < FREE_UNCERTAIN
                    ? 0
                    : Math.min(30 * MINUTE, doubled(MINUTE, note.count() - FREE_UNCERTAIN));
        }

        private static long doubled(long first, int times) {
            return first << Math.min(times, MAX_DOUBLINGS);
        }
    }
}
