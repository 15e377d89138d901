package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LoginNotes;
import dev.latchkey.core.auth.LoginNotes.Outcome;
import dev.latchkey.core.auth.LoginNotes.SentPassword;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the session does not lock its own user: a password that brought no token is sent again by slow probes only,
 * which all who share the store make together. A send is noted before it is made, as an uncertain one; what is learned of it
 * corrects the note. Logins that the user asks for are noted, too, but not held back.
 */
final class LoginGuard {
    private final SessionSettings settings;
    private final PasswordPrint printer;
    private final KnownPassword.Probes probes;

    /** Never held over I/O. */
    private final ReentrantLock lock = new ReentrantLock();

    /** In the order of their use, so that the one that has not been used for longest is forgotten first. */
    private final Map<ByteString, KnownPassword> known = new LinkedHashMap<>(16, 0.75f, true);

    private final AtomicReference<@Nullable Uncleared> uncleared = new AtomicReference<>();
    /** Guarded by the lock. */
    private @Nullable KnownPassword lookedAt;

    private volatile @Nullable LoginHold current;

    LoginGuard(SessionSettings settings, PasswordPrint printer) {
        this.settings = settings;
        this.printer = printer;
        this.probes = new KnownPassword.Probes(settings.probesRefusedCredentials());
    }

    /**
     * A send that is noted.
     *
     * @param credentials that are sent
     * @param note the note
     * @param notesBefore what the store had before it
     * @param waitBefore what this session had instead
     * @param version of the session beside which it is noted
     * @param at a reading of the monotonic clock
     * @param isOwed whether it stands in the store for every password until its print is taken and noted
     */
    record Attempt(
            Credentials credentials,
            SentPassword note,
            List<SentPassword> notesBefore,
            KnownPassword.@Nullable Wait waitBefore,
            long version,
            long at,
            boolean isOwed) {
        @Override
        public String toString() {
            return "Attempt[" + note + "]";
        }
    }

    /** A password that brought a token of which the store could not be told, so that it may still have notes of it. */
    private record Uncleared(Credentials credentials, Instant at) {
        boolean covers(SentPassword note) {
            return !note.lastSentAt().isAfter(at);
        }

        @Override
        public String toString() {
            return "Uncleared[" + at + "]";
        }
    }

    /**
     * Whether {@link #print} has to be called first, outside the store's section: it takes long. Where the store knows of no
     * password there is nothing to compare with, and the print can wait until the login has failed.
     */
    boolean lacksPrint(Credentials credentials, StoreSection section) {
        if (!settings.storeIsGiven()
                || section.outage() != null
                || section.notes().passwords().isEmpty()) {
            return false;
        }
        return isUnprinted(credentials);
    }

    /** Takes the print of a password. Slow, so not within the store's section. */
    void print(Credentials credentials) {
        int print = printer.of(settings.key(), credentials);
        with(credentials, password -> password.printed(print));
    }

    /** Takes the print of a password that the store is still to forget, if it has none. Slow, too. */
    void printUncleared() {
        Uncleared left = uncleared.get();
        if (left != null && isUnprinted(left.credentials())) {
            print(left.credentials());
        }
    }

    /** Lets the store forget a password that brought a token while the store was away. */
    void clear(StoreSection section) {
        Uncleared left = uncleared.get();
        if (left == null || section.outage() != null) {
            return;
        }
        List<SentPassword> others = new ArrayList<>(section.notes().passwords());
        boolean isPrinted;
        boolean hasNotes;
        lock.lock();
        try {
            KnownPassword password = of(left.credentials());
            isPrinted = password.print != null;
            hasNotes = others.removeIf(note -> left.covers(note) && password.isOfThis(note));
        } finally {
            lock.unlock();
        }
        boolean mayHaveMore = !isPrinted && !others.isEmpty();
        boolean isCleared = !hasNotes || section.note(section.notes().withPasswords(others));
        if (isCleared && !mayHaveMore) {
            uncleared.compareAndSet(left, null);
        }
    }

    /** The store has not taken the tokens that it brought, and so has not forgotten it. */
    void notCleared(Attempt attempt) {
        if (settings.storeIsGiven()) {
            uncleared.set(new Uncleared(attempt.credentials(), settings.time().now()));
        }
    }

    private boolean isUnprinted(Credentials credentials) {
        lock.lock();
        try {
            return of(credentials).print == null;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the note of the failed login count for its password alone. */
    void notePrint(Attempt attempt, StoreSection section, long version) {
        if (section.outage() != null) {
            return;
        }
        List<SentPassword> notes = new ArrayList<>(section.notes().passwords());
        boolean wasThere = notes.remove(attempt.note());
        lock.lock();
        try {
            KnownPassword password = of(attempt.credentials());
            if (wasThere) {
                password.unsaved(); // No login has cleared it, whatever version the session has by now.
            }
            password.see(
                    notes, version, settings.time().nanoTime(), settings.time().now());
            KnownPassword.Wait mine = password.mine();
            if (mine != null) {
                notes.add(mine.note());
            }
        } finally {
            lock.unlock();
        }
        save(attempt, notes, section);
    }

    /** Why these may not be sent now, or null. */
    @Nullable
    LoginHold hold(Credentials credentials, StoreSection section, long version) {
        TimeSource time = settings.time();
        long now = time.nanoTime();
        Instant wall = time.now();
        lock.lock();
        try {
            KnownPassword password = seen(credentials, section, version, now, wall);
            lookedAt = password;
            current = holdOf(password.longest(now), now, wall);
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** Looks again at the password that is held back: somebody else may have logged in with it. */
    void look(StoreSection section, long version) {
        if (current == null || section.outage() != null) {
            return;
        }
        TimeSource time = settings.time();
        long now = time.nanoTime();
        Instant wall = time.now();
        lock.lock();
        try {
            KnownPassword password = lookedAt;
            if (password != null) {
                password.see(section.notes().passwords(), version, now, wall);
                current = holdOf(password.longest(now), now, wall);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the server refused these when they were sent last, as far as this session knows. */
    boolean isRefused(Credentials credentials) {
        lock.lock();
        try {
            KnownPassword.Wait wait = of(credentials).mine();
            return wait != null && wait.note().outcome() == Outcome.REFUSED;
        } finally {
            lock.unlock();
        }
    }

    /** The client is closed: nothing is sent any more. */
    void forget() {
        uncleared.set(null);
    }

    /** What holds back the password that was looked at last; null if nothing does. */
    @Nullable
    LoginHold current() {
        return current;
    }

    /** Takes a note that they are being sent. */
    Attempt begin(Credentials credentials, StoreSection section, long version) {
        TimeSource time = settings.time();
        long now = time.nanoTime();
        Instant wall = time.now();
        Attempt attempt;
        lock.lock();
        try {
            KnownPassword password = seen(credentials, section, version, now, wall);
            KnownPassword.Wait waitBefore = password.mine();
            List<SentPassword> notesBefore = section.notes().passwords();
            boolean isOwed = password.print == null && settings.storeIsGiven();
            attempt = new Attempt(credentials, password.next(now, wall), notesBefore, waitBefore, version, now, isOwed);
        } finally {
            lock.unlock();
        }
        note(attempt, attempt.note(), section);
        show(attempt);
        return attempt;
    }

    /** The server has not looked at the password. */
    void nothing(Attempt attempt, StoreSection section) {
        with(attempt.credentials(), password -> password.restore(attempt.waitBefore()));
        save(attempt, attempt.notesBefore(), section);
        show(attempt);
    }

    /** The server has refused it in its own words. */
    void refused(Attempt attempt, StoreSection section) {
        SentPassword sent = attempt.note();
        if (sent.outcome() == Outcome.UNCERTAIN) {
            SentPassword refused = new SentPassword(sent.print(), Outcome.REFUSED, 1, sent.lastSentAt());
            with(attempt.credentials(), password -> password.keep(refused, attempt.at()));
            if (!attempt.isOwed()) {
                note(attempt, refused, section);
            }
        }
        show(attempt);
    }

    /** It brought a token, with which the store forgets it. */
    void succeeded(Attempt attempt, StoreSection section) {
        with(attempt.credentials(), password -> {
            List<SentPassword> others = new ArrayList<>(section.notes().passwords());
            if (others.removeIf(password::isOfThis)) {
                section.noteWithNextSave(section.notes().withPasswords(others));
            }
            password.clear();
            current = null;
        });
    }

    private void show(Attempt attempt) {
        TimeSource time = settings.time();
        long now = time.nanoTime();
        Instant wall = time.now();
        with(attempt.credentials(), password -> {
            lookedAt = password;
            current = holdOf(password.longest(now), now, wall);
        });
    }

    private static @Nullable LoginHold holdOf(KnownPassword.@Nullable Wait wait, long now, Instant wall) {
        if (wait == null || wait.left(now) == 0) {
            return null;
        }
        boolean never = wait.whole() == KnownPassword.Probes.NEVER;
        return LoginHold.of(wait.note(), never ? null : wall.plus(Duration.ofNanos(wait.left(now))));
    }

    private void note(Attempt attempt, SentPassword note, StoreSection section) {
        List<SentPassword> notes = new ArrayList<>(section.notes().passwords());
        notes.removeIf(each -> each.print() == note.print());
        notes.add(note);
        save(attempt, notes, section);
    }

    /** Without the store this session's memory holds. */
    private void save(Attempt attempt, List<SentPassword> notes, StoreSection section) {
        if (settings.storeIsGiven() && section.note(section.notes().withPasswords(notes))) {
            with(attempt.credentials(), password -> password.saved(attempt.version()));
        }
    }

    private void with(Credentials credentials, Consumer<KnownPassword> action) {
        lock.lock();
        try {
            action.accept(of(credentials));
        } finally {
            lock.unlock();
        }
    }

    /** Caller holds the lock. */
    private KnownPassword seen(Credentials credentials, StoreSection section, long version, long now, Instant wall) {
        KnownPassword password = of(credentials);
        if (section.outage() == null) {
            password.see(section.notes().passwords(), version, now, wall);
        }
        return password;
    }

    /** Caller holds the lock. */
    private KnownPassword of(Credentials credentials) {
        // A logout forgets a password that was given to a login; that the server has refused it must be known longer.
        ByteString exactly = Digest.of(
                settings.key().baseUrl(), settings.key().identity(), credentials.username(), credentials.password());
        KnownPassword password = known.get(exactly);
        if (password == null) {
            password = new KnownPassword(probes);
            known.put(exactly, password);
            if (known.size() > LoginNotes.MAX_PASSWORDS) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return password;
    }
}
