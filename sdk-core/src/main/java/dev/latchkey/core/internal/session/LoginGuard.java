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

    private final Map<ByteString, KnownPassword> known = new LinkedHashMap<>();
    private volatile @Nullable Credentials unprinted;
    private volatile @Nullable Attempt owed;
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
     * @param at a reading of the monotonic clock
     */
    record Attempt(
            Credentials credentials,
            SentPassword note,
            List<SentPassword> notesBefore,
            KnownPassword.@Nullable Wait waitBefore,
            long version,
            long at) {
        @Override
        public String toString() {
            return "Attempt[" + note + "]";
        }
    }

    /**
     * Whether {@link #print()} has to be called first, outside the store's section: it takes long. Where the store knows of no
     * password there is nothing to compare with, and the print can wait until the login has failed.
     */
    boolean lacksPrint(Credentials credentials, StoreSection section) {
        if (!settings.storeIsGiven()
                || section.outage() != null
                || section.notes().passwords().isEmpty()) {
            return false;
        }
        lock.lock();
        try {
            boolean lacks = of(credentials).print == null;
            if (lacks) {
                unprinted = credentials;
            }
            return lacks;
        } finally {
            lock.unlock();
        }
    }

    void print() {
        Credentials credentials = unprinted;
        unprinted = null;
        if (credentials != null) {
            print(credentials);
        }
    }

    void print(Credentials credentials) {
        int print = printer.of(settings.key(), credentials);
        with(credentials, password -> password.printed(print));
    }

    /** A failed login that stands in the store for every password until its print is taken and noted; null if there is none. */
    @Nullable
    Attempt takeOwed() {
        Attempt attempt = owed;
        owed = null;
        return attempt;
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
        unprinted = null;
        owed = null;
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
            attempt = new Attempt(credentials, password.next(now, wall), notesBefore, waitBefore, version, now);
            owed = password.print == null && settings.storeIsGiven() ? attempt : null;
        } finally {
            lock.unlock();
        }
        note(attempt, attempt.note(), section);
        show(attempt);
        return attempt;
    }

    /** The server has not looked at the password. */
    void nothing(Attempt attempt, StoreSection section) {
        owed = null;
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
            if (owed == null) {
                note(attempt, refused, section);
            }
        }
        show(attempt);
    }

    /** It brought a token, with which the store forgets it. */
    void succeeded(Attempt attempt, StoreSection section) {
        owed = null;
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
