package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.LoginNotes;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionStatus;
import dev.latchkey.core.auth.StoreBusyException;
import dev.latchkey.core.auth.StoreFailedException;
import dev.latchkey.core.auth.StoreSetupException;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore.Entry;
import dev.latchkey.core.auth.UnreadableSessionException;
import dev.latchkey.core.internal.call.Sentence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This session's entry in the store. A store that fails is reported and then done without: the tokens in memory are the
 * only live ones and must not be lost with it.
 */
final class SavedSession {
    private static final Logger LOG = LoggerFactory.getLogger(SavedSession.class);
    private static final SessionStatus.Store WORKING = new SessionStatus.Store(true, null, null);

    private volatile StoreAccess store;
    private final SessionKey key;
    private final AuthScheme scheme;
    private final Duration maxWait;
    private final SessionEvents events;
    private volatile SessionStatus.Store health = WORKING;
    private volatile Use failed = Use.READ;

    /** What a store is used for. Whoever can be written to is well; that it can be read says less. */
    private enum Use {
        READ,
        ENTER,
        WRITE
    }

    SavedSession(StoreAccess store, SessionKey key, AuthScheme scheme, Duration maxWait, SessionEvents events) {
        this.store = store;
        this.key = key;
        this.scheme = scheme;
        this.maxWait = maxWait;
        this.events = events;
    }

    /**
     * Runs an action once that sends no refresh token: in the exclusive section, or outside of it if the store is broken.
     *
     * @throws StoreBusyException if somebody else held the section for too long
     * @throws InterruptedIOException if the session's threads are being ended
     */
    <T> T exclusively(Function<StoreSection, T> action) throws StoreBusyException, InterruptedIOException {
        return exclusively(new CompletableFuture<>(), false, action);
    }

    /** The same for any action; the wait for others ends, too, once it is {@code unwanted}. */
    <T> T exclusively(CompletableFuture<?> unwanted, boolean needsRefreshToken, Function<StoreSection, T> action)
            throws StoreBusyException, InterruptedIOException {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        Exception failure = null;
        try {
            store.exclusively(key, maxWait, unwanted, needsRefreshToken, entry -> {
                result.set(action.apply(new Entered(entry)));
                return true;
            });
        } catch (StoreBusyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            failure = e;
            report(e, Use.ENTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (result.get() == null) {
                throw new InterruptedIOException("The wait for the token store was interrupted.");
            }
        }
        // A store that fails on the way out of its section must not make us spend a refresh token again.
        T done = result.get();
        return done == null ? action.apply(new NotEntered(Objects.requireNonNull(failure))) : done;
    }

    /** What is kept, read without the exclusive section; null if nothing is, or nothing that can be read. */
    @Nullable
    StoredSession peek() {
        try {
            return read();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /**
     * What is kept, read without the exclusive section; null if nothing is.
     *
     * @throws IOException if it cannot be read
     */
    @Nullable
    StoredSession read() throws IOException {
        try {
            StoredSession found = load();
            worked(Use.READ);
            return found;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            report(e, Use.READ);
            throw e;
        }
    }

    /** Tells what is saved from now on, read without the exclusive section. Nothing is, as far as a broken store tells. */
    Predicate<StoredSession> savedSinceNow() {
        try {
            StoredSession now = load();
            return later -> now == null
                    || later.generation() > now.generation()
                    || (later.generation() == now.generation() && later.version() > now.version());
        } catch (IOException | RuntimeException e) {
            return later -> false; // The section reports it.
        }
    }

    private @Nullable StoredSession load() throws IOException {
        try {
            return verified(store.load(key));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The session's threads are being ended.");
        }
    }

    /** The client is closed, and has no use for the store any more. */
    void forget() {
        store = StoreAccess.NONE;
    }

    /** Whether the store works. */
    SessionStatus.Store health() {
        return health;
    }

    /** One line says that it is well again: of what had failed, and of what tells less. */
    private void worked(Use use) {
        if (!health.working() && use.compareTo(failed) >= 0) {
            health = WORKING;
            failed = Use.READ;
            LOG.info("{}, {}: the token store works again.", key.vendor(), key.identity());
        }
    }

    /** What a store says in words that hold no secret. The text of any other exception may hold anything. */
    static String words(Throwable failure) {
        String said = isOurs(failure) ? failure.getMessage() : null;
        return said == null ? failure.getClass().getName() : said;
    }

    static boolean isOurs(Throwable failure) {
        return failure instanceof StoreFailedException
                || failure instanceof StoreSetupException
                || failure instanceof StoreBusyException
                || failure instanceof UnreadableSessionException
                || failure instanceof BoundedCall.UnansweredException;
    }

    private @Nullable StoredSession verified(@Nullable StoredSession loaded) throws IOException {
        return loaded == null ? null : FoundSession.checked(loaded, key, scheme);
    }

    /** One warning says that it fails, until it is well again or has other advice. */
    private void report(Exception e, Use use) {
        if (e instanceof StoreVisit.LeftBehindException) {
            return;
        }
        SessionStatus.Store before = health;
        String words = words(e);
        health = new SessionStatus.Store(false, words, before.working() ? Instant.now() : before.since());
        failed = before.working() || use.compareTo(failed) > 0 ? use : failed;
        if (before.working() || (e instanceof StoreSetupException && !words.equals(before.problem()))) {
            LOG.warn(
                    "{}, {}: the token store failed ({}); the session goes on from memory.",
                    key.vendor(),
                    key.identity(),
                    Sentence.withoutStop(words));
            events.tell((SessionListener listener) -> listener.storeFailed(e));
        } else {
            LOG.debug(
                    "{}, {}: the token store failed again ({}).",
                    key.vendor(),
                    key.identity(),
                    Sentence.withoutStop(words));
        }
    }

    private final class Entered implements StoreSection {
        private final Entry entry;
        private @Nullable StoredSession kept;
        private @Nullable LoginNotes next;
        private @Nullable Exception outage;

        Entered(Entry entry) {
            this.entry = entry;
        }

        @Override
        public @Nullable StoredSession load() {
            outage = null;
            kept = null;
            next = null;
            try {
                kept = verified(entry.load());
                worked(Use.ENTER);
                return kept;
            } catch (UnreadableSessionException e) {
                report(e, Use.READ); // There is nothing to wait for.
                return null;
            } catch (IOException | RuntimeException e) {
                report(e, Use.ENTER);
                outage = e;
                return null;
            }
        }

        @Override
        public boolean save(StoredSession session) {
            return replace(session.noting(notes()));
        }

        @Override
        public void noteWithNextSave(LoginNotes notes) {
            next = notes;
        }

        @Override
        public LoginNotes notes() {
            if (next != null) {
                return next;
            }
            StoredSession last = kept;
            return last == null ? LoginNotes.NONE : last.logins();
        }

        @Override
        public boolean note(LoginNotes notes) {
            StoredSession last = kept;
            // What could not be read may hold the only live tokens.
            return outage == null
                    && replace(
                            last == null
                                    ? new StoredSession(key, 0, 0, null, Instant.EPOCH, null, null, null, notes)
                                    : last.noting(notes));
        }

        @Override
        public boolean mayBeSpent() {
            return entry.mayBeSpent();
        }

        @Override
        public @Nullable IOException whyNotHeld() {
            try {
                entry.requireHeld();
                return null;
            } catch (IOException e) {
                return e;
            } catch (RuntimeException e) {
                return BoundedStore.failure(e);
            }
        }

        private boolean replace(StoredSession session) {
            try {
                entry.save(session);
                kept = session;
                next = null;
                worked(Use.WRITE);
                return true;
            } catch (IOException | RuntimeException e) {
                report(e, Use.WRITE);
                return false;
            }
        }

        @Override
        public @Nullable Exception outage() {
            return outage;
        }
    }

    /** What can be read counts all the same. */
    private final class NotEntered implements StoreSection {
        private final Exception outage;

        NotEntered(Exception outage) {
            this.outage = outage;
        }

        @Override
        public Exception outage() {
            return outage;
        }

        @Override
        public @Nullable StoredSession load() {
            try {
                return outage instanceof BoundedCall.UnansweredException ? null : SavedSession.this.load();
            } catch (IOException | RuntimeException e) {
                return null; // It was told when the section could not be entered.
            }
        }

        @Override
        public boolean save(StoredSession session) {
            return false;
        }

        @Override
        public boolean mayBeSpent() {
            return false;
        }

        @Override
        public @Nullable IOException whyNotHeld() {
            return null;
        }

        @Override
        public LoginNotes notes() {
            return LoginNotes.NONE;
        }

        @Override
        public boolean note(LoginNotes notes) {
            return false;
        }

        @Override
        public void noteWithNextSave(LoginNotes notes) {}
    }
}
