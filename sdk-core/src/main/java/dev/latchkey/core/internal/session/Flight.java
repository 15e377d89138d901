package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One renewal, login or logout on its way, and those who wait for it. A session has at most one at a time. */
final class Flight {

    enum Kind {
        RENEWAL,
        LOGIN,
        LOGOUT
    }

    /** A logout is answered by then, however long it takes. */
    static final Duration LOGOUT_LIMIT = Duration.ofSeconds(5);

    private static final Duration OTHER_CREDENTIALS_LIMIT = Duration.ofMillis(500);
    private static final Duration IN_ORDER = Duration.ofDays(1);

    private final Kind kind;
    private final boolean background;
    private final @Nullable Credentials credentials;
    private final @Nullable Supplier<TokenGrant> steps;
    private final @Nullable Authorization refused;
    private final @Nullable Held saving;
    private final CompletableFuture<Flight> settled = new CompletableFuture<>();
    private final CompletableFuture<Flight> landed = new CompletableFuture<>();
    private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();

    private volatile Snapshot basis = Snapshot.initial();
    private volatile @Nullable Credentials own;
    private volatile long logoutsBefore;
    private volatile boolean isSettled;
    private volatile long startedAt;
    private volatile boolean restoring;
    private volatile RenewalReason reason = RenewalReason.FIRST_USE;
    private volatile @Nullable Thread runner;
    private volatile @Nullable Thread asker;
    private volatile @Nullable Trouble trouble;
    private volatile @Nullable Authorization authorization;
    private volatile @Nullable Held late;
    private volatile @Nullable LogoutResult logoutResult;

    private Flight(
            Kind kind,
            boolean background,
            @Nullable Credentials credentials,
            @Nullable Supplier<TokenGrant> steps,
            @Nullable Authorization refused,
            @Nullable Held saving) {
        this.kind = kind;
        this.background = background;
        this.credentials = credentials;
        this.steps = steps;
        this.refused = refused;
        this.saving = saving;
    }

    /** A renewal; {@code refused} is the token that a server did not accept, if that is why. */
    static Flight renewal(boolean background, @Nullable Authorization refused) {
        return new Flight(Kind.RENEWAL, background, null, null, refused, null);
    }

    /** Asks the server for nothing: the store gets tokens that it could not take before. */
    static Flight saving(Held unsaved) {
        return new Flight(Kind.RENEWAL, true, null, null, null, unsaved);
    }

    /** A login by the user; with null the client's own credentials are used. */
    static Flight login(@Nullable Credentials credentials) {
        return new Flight(Kind.LOGIN, false, credentials, null, null, null);
    }

    /** A login by the user that the vendor's module carries out by itself. */
    static Flight login(Credentials credentials, Supplier<TokenGrant> steps) {
        return new Flight(Kind.LOGIN, false, credentials, steps, null, null);
    }

    /** Asks the server for nothing: takes up what the store has. */
    static Flight restoring() {
        Flight flight = new Flight(Kind.RENEWAL, true, null, null, null, null);
        flight.restoring = true;
        return flight;
    }

    boolean isRestoring() {
        return restoring;
    }

    /** Why a token is asked for. */
    Flight because(RenewalReason why) {
        reason = why;
        return this;
    }

    RenewalReason reason() {
        return kind == Kind.LOGIN ? RenewalReason.LOGIN : reason;
    }

    static Flight logout() {
        return new Flight(Kind.LOGOUT, false, null, null, null, null);
    }

    Kind kind() {
        return kind;
    }

    /** How long it waits for the renewal underway before it goes without. */
    Duration patience() {
        if (kind == Kind.LOGOUT) {
            return LOGOUT_LIMIT;
        }
        return kind == Kind.LOGIN && credentials != null ? OTHER_CREDENTIALS_LIMIT : IN_ORDER;
    }

    boolean isBackground() {
        return background;
    }

    @Nullable
    Credentials credentials() {
        return credentials;
    }

    /** The client's own, once they have been asked for. */
    @Nullable
    Credentials own() {
        return own;
    }

    void own(Credentials answer) {
        own = answer;
    }

    /** Brings the tokens of a login of several steps; null if the session logs in by itself. */
    @Nullable
    Supplier<TokenGrant> steps() {
        return steps;
    }

    /** Whether the session of another member will do: a login with the client's own credentials proves nothing of them. */
    boolean takesAnySession() {
        return kind == Kind.LOGIN && credentials == null;
    }

    @Nullable
    Authorization refused() {
        return refused;
    }

    /** The tokens to be saved, if this flight does nothing else. */
    @Nullable
    Held saving() {
        return saving;
    }

    /** What this flight starts from. */
    Snapshot basis() {
        return basis;
    }

    /** The session's generation when this flight began; if it has changed at the end, the result is not wanted. */
    long generation() {
        return basis.generation();
    }

    void begin(Snapshot current) {
        basis = current;
    }

    /** The user asked for this login after so many logouts; the next one ends it, even if it has not begun by then. */
    void askAfter(long logouts) {
        logoutsBefore = logouts;
    }

    long logoutsBefore() {
        return logoutsBefore;
    }

    /** Its work begins, at a reading of the monotonic clock. */
    void startAt(long now) {
        startedAt = now;
    }

    long startedAt() {
        return startedAt;
    }

    void runBy(Thread thread) {
        runner = thread;
    }

    void askBy(@Nullable Thread thread) {
        asker = thread;
    }

    /** Whether the current thread is at work for this flight, so that it would wait for itself. */
    boolean isOwn(Thread thread) {
        return thread == runner || thread == asker;
    }

    void succeed(@Nullable Authorization result) {
        succeed(result, () -> {});
    }

    /** Wakes those who wait, then runs what follows, then completes futures, to which a user may have chained anything. */
    void succeed(@Nullable Authorization result, Runnable then) {
        authorization = result;
        land(then);
    }

    void fail(Trouble why) {
        fail(why, () -> {});
    }

    /** As {@link #succeed(Authorization, Runnable)}. */
    void fail(Trouble why, Runnable then) {
        trouble = why;
        land(then);
    }

    /** As {@link #succeed(Authorization, Runnable)}. */
    void loggedOut(LogoutResult result, Runnable then) {
        logoutResult = result;
        land(then);
    }

    private void land(Runnable then) {
        wake();
        then.run();
        landed.complete(this);
        settled.complete(this);
    }

    /** The session ends before this flight does: those who wait for it wait no longer. */
    void abandon(Trouble why) {
        trouble = why;
        wake();
        settled.complete(this);
    }

    /** The session goes on without this flight, which may still land: those who wait for it look for what has taken its place. */
    void leaveBehind() {
        if (!hasLanded()) {
            wake();
        }
    }

    /** Tokens that nobody waits for are left to the logout that made them unwanted. */
    void leaveLate(@Nullable Held tokens) {
        late = tokens;
    }

    /** Ends an abandoned flight. */
    void landLate() {
        landed.complete(this);
    }

    @Nullable
    Held late() {
        return late;
    }

    @Nullable
    Trouble trouble() {
        return trouble;
    }

    @Nullable
    Authorization authorization() {
        return authorization;
    }

    @Nullable
    LogoutResult logoutResult() {
        return logoutResult;
    }

    /** Completes when it is known what those who wait get. */
    CompletableFuture<Flight> settled() {
        return settled;
    }

    /** Waits, as a call, until this flight is settled or the caller gives up. */
    void join(CallSignal signal, BooleanSupplier givenUp, long maxNanos) throws IOException {
        Thread thread = Thread.currentThread();
        waiters.add(thread);
        try {
            signal.await(() -> isSettled || givenUp.getAsBoolean(), maxNanos);
        } finally {
            waiters.remove(thread);
        }
    }

    /** Waits, as a thread of the session, at most so long; true if those who wait for this flight have their outcome. */
    boolean awaitSettled(long nanos) throws InterruptedException {
        return await(settled, nanos);
    }

    boolean isSettled() {
        return isSettled;
    }

    boolean hasLanded() {
        return landed.isDone();
    }

    /** Waits, as a thread of the session, at most so long until nothing of this flight is at work any more. */
    boolean awaitLanding(long nanos) throws InterruptedException {
        return await(landed, nanos);
    }

    private static boolean await(CompletableFuture<Flight> event, long nanos) throws InterruptedException {
        try {
            event.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void wake() {
        isSettled = true;
        waiters.forEach(LockSupport::unpark);
    }
}
