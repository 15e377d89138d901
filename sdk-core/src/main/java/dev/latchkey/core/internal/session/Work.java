package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One job, carried out once, and those who wait for its outcome. */
final class Work {
    private final Job job;
    private final CompletableFuture<Work> settled = new CompletableFuture<>();
    private final CompletableFuture<Work> left = new CompletableFuture<>();
    private final CompletableFuture<Work> over = new CompletableFuture<>();
    private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();

    private volatile Snapshot basis = Snapshot.initial();
    private volatile long startedAt;
    private volatile boolean isSettled;
    private volatile Outcome result = new Outcome.NothingNew();
    private volatile @Nullable Thread runner;
    private volatile @Nullable Thread asker;
    private volatile @Nullable Credentials own;
    private volatile LoginGuard.@Nullable Attempt owed;
    private volatile @Nullable LiveTokens late;
    private volatile @Nullable Work slower;
    private volatile boolean asked;

    Work(Job job) {
        this.job = job;
    }

    Job job() {
        return job;
    }

    /** What it starts from. */
    Snapshot basis() {
        return basis;
    }

    /** The session's generation when its turn came; if that has changed at the end, the outcome is not wanted. */
    long generation() {
        return basis.generation();
    }

    /** Its turn has come, perhaps while other work still goes on that the session has left behind. */
    void begin(Snapshot current, @Nullable Work leftBehind) {
        basis = current;
        boolean sameTokens = leftBehind != null && leftBehind.generation() == current.generation();
        slower = sameTokens && job instanceof Job.Renew ? leftBehind : null;
    }

    /** Waits, at most so long, for a renewal that was left behind: this one would send the same refresh token again. */
    void awaitSlower(long nanos) throws InterruptedException {
        Work before = slower;
        if (before != null) {
            boolean unused = Patiently.isDone(CompletableFuture.anyOf(before.over, settled), nanos);
        }
    }

    /** The current thread carries it out from now on, a reading of the monotonic clock. */
    void start(long now) {
        runner = Thread.currentThread();
        startedAt = now;
    }

    long startedAt() {
        return startedAt;
    }

    /** Whether there are other tokens by now than it started from, which will do. */
    boolean isOvertakenBy(Snapshot current, long now) {
        LiveTokens before = basis.tokens();
        LiveTokens since = current.tokens();
        return job instanceof Job.Renew
                && before != null
                && since != null
                && since.isUsable(now)
                && !since.authorization().equals(before.authorization());
    }

    /** Whether it does nothing but save tokens. */
    boolean isSavingTokens() {
        return job instanceof Job.Save && basis.state() == SessionState.ACTIVE;
    }

    /** Whether it does nothing but read what is stored. */
    boolean isRestoring() {
        return job instanceof Job.Renew renew && renew.source() == Job.Source.STORE;
    }

    /** A token request goes out. */
    void asksServer() {
        asked = true;
    }

    boolean hasAskedServer() {
        return asked;
    }

    /** The client's own credentials, once they have been asked for. */
    @Nullable
    Credentials own() {
        return own;
    }

    void own(Credentials answer) {
        own = answer;
    }

    /** Remembers the login that it is making until its print is taken and noted, or not needed any more. */
    void owe(LoginGuard.@Nullable Attempt attempt) {
        owed = attempt;
    }

    /** The login whose print is to be taken and noted; null if there is none. Asked once. */
    LoginGuard.@Nullable Attempt takeOwed() {
        LoginGuard.Attempt attempt = owed;
        owed = null;
        return attempt;
    }

    /** The user's code runs on that thread for it, or does no more. */
    void askBy(@Nullable Thread thread) {
        asker = thread;
    }

    /** Whether the current thread is at work for it, so that it would wait for itself. */
    boolean isOwn() {
        Thread thread = Thread.currentThread();
        return thread == runner || thread == asker;
    }

    /** Wakes those who wait, then runs what follows, then completes futures, to which a user may have chained anything. */
    void settle(Outcome outcome, Runnable then) {
        result = outcome;
        wake();
        then.run();
        over.complete(this);
        settled.complete(this);
    }

    /** The session ends before this work does: those who wait for it wait no longer. */
    void abandon(SessionFailure why) {
        result = Outcome.of(why);
        wake();
        settled.complete(this);
    }

    /** The session goes on without it, though it may still end: those who wait look for what has taken its place. */
    void leaveBehind() {
        if (!over.isDone()) {
            wake();
            left.complete(this);
        }
    }

    private void wake() {
        isSettled = true;
        waiters.forEach(LockSupport::unpark);
    }

    /** Tokens that nobody waits for are left to whoever made them unwanted. */
    void leaveLate(LiveTokens tokens) {
        late = tokens;
    }

    @Nullable
    LiveTokens late() {
        return late;
    }

    /** For those who wait, once they wait no longer. */
    Outcome result() {
        return result;
    }

    boolean isSettled() {
        return isSettled;
    }

    /** Completes when it is known what those who wait get. */
    CompletableFuture<Work> settled() {
        return settled;
    }

    /** Completes when it is settled, or the session goes on without it. */
    CompletableFuture<Object> settledOrLeft() {
        return CompletableFuture.anyOf(settled, left);
    }

    /** Waits, as a call, until it is settled or the caller gives up. */
    void join(CallSignal signal, BooleanSupplier givenUp, long maxNanos) throws IOException {
        Thread thread = Thread.currentThread();
        waiters.add(thread);
        try {
            signal.await(() -> isSettled || givenUp.getAsBoolean(), maxNanos);
        } finally {
            waiters.remove(thread);
        }
    }

    /** Waits, as a thread of the session, at most so long; true if those who wait for it have their outcome. */
    boolean awaitSettled(long nanos) throws InterruptedException {
        return Patiently.isDone(settled, nanos);
    }

    /** Waits, at most so long, until nothing of it goes on any more, or the session goes on without it. */
    boolean awaitOverOrLeft(long nanos) throws InterruptedException {
        return Patiently.isDone(CompletableFuture.anyOf(over, left), nanos);
    }
}
