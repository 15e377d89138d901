package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoreFailedException;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A store that may throw whatever it likes, which becomes an {@link IOException}, and may hang: it is used on threads of its
 * own, and one that does not answer counts as away. While it has not returned it is not asked again.
 */
final class BoundedStore implements StoreAccess {
    static final String WHO = "the token store";

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);
    private static final Duration WORK = Duration.ofSeconds(10);

    private final TokenStore store;
    private final UserCode threads;
    private final Duration silence;
    private final Duration work;
    private final BoundedCall<Optional<StoredSession>> loads;
    private final AtomicReference<@Nullable StoreVisit> latest = new AtomicReference<>();

    /** With limits that leave a call most of its time. */
    static BoundedStore of(TokenStore store, UserCode threads, Duration callTimeout) {
        Duration third = callTimeout.dividedBy(3);
        return new BoundedStore(store, threads, third.compareTo(LONGEST_SILENCE) < 0 ? third : LONGEST_SILENCE, WORK);
    }

    /**
     * A store with limits.
     *
     * @param silence how long it may neither let in nor answer a load
     * @param work how long a load or save in the section may take
     */
    BoundedStore(TokenStore store, UserCode threads, Duration silence, Duration work) {
        this.store = store;
        this.threads = threads;
        this.silence = silence;
        this.work = work;
        this.loads = new BoundedCall<>(WHO, silence.dividedBy(2), threads);
    }

    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException, InterruptedException {
        try {
            return loads.ask(() -> Optional.ofNullable(store.load(key))).orElse(null);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    @Override
    public <T> T exclusively(
            SessionKey key,
            Duration maxWait,
            CompletableFuture<?> unwanted,
            boolean needsRefreshToken,
            TokenStore.Section<T> section)
            throws IOException, InterruptedException {
        StoreVisit before = latest.get();
        if (before != null && !before.isOver()) {
            before.leaveNow(); // The session has gone on without the work that is there.
            awaitEnd(before);
        }
        StoreVisit visit = new StoreVisit(work);
        latest.set(visit);
        try {
            threads.execute(() -> visit.run(() -> StoreAccess.enter(store, key, maxWait, needsRefreshToken, entry -> {
                visit.serve(entry);
                return Boolean.TRUE;
            })));
        } catch (RejectedExecutionException e) {
            visit.refuse();
            throw new InterruptedException("The session's threads have ended.");
        }
        awaitEntered(visit, key, maxWait, unwanted);
        T result;
        try {
            result = section.run(visit);
        } catch (RuntimeException | Error e) {
            visit.leaveNow();
            throw e;
        }
        visit.leave();
        return result;
    }

    /** What was left or given up may need a moment to come out; what hangs keeps its thread, and gets no second one. */
    private void awaitEnd(StoreVisit before) throws IOException, InterruptedException {
        if (before.isSilent()) {
            throw BoundedCall.UnansweredException.still(WHO);
        }
        try {
            before.ended().get(silence.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw BoundedCall.UnansweredException.still(WHO);
        } catch (ExecutionException e) {
            return; // Its failure was told when it happened.
        }
    }

    private void awaitEntered(StoreVisit visit, SessionKey key, Duration maxWait, CompletableFuture<?> unwanted)
            throws IOException, InterruptedException {
        CompletableFuture<Object> either = CompletableFuture.anyOf(visit.entered(), unwanted);
        long start = System.nanoTime();
        try {
            while (!isDone(either, visit)) {
                boolean overdue = System.nanoTime() - start > maxWait.toNanos() + silence.toNanos();
                if ((overdue || !answers(key)) && visit.giveUpOnSilence()) {
                    throw new BoundedCall.UnansweredException(WHO, silence);
                }
            }
        } catch (InterruptedException e) {
            visit.giveUp();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("The session's threads are being ended.");
            }
            throw failure(e.getCause());
        }
        if (!visit.entered().isDone() && visit.giveUp()) {
            throw new InterruptedException("Nobody waits for it any more.");
        }
    }

    private boolean isDone(CompletableFuture<Object> either, StoreVisit visit)
            throws ExecutionException, InterruptedException {
        try {
            either.get(silence.toNanos() / 2, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return visit.entered().isDone();
        }
    }

    /** Somebody else may be in the section for long; a store that can be read is there. */
    private boolean answers(SessionKey key) throws InterruptedException {
        try {
            load(key);
            return true;
        } catch (BoundedCall.UnansweredException e) {
            return false;
        } catch (IOException e) {
            return true; // It will tell us, too.
        }
    }

    /** What a store threw, of whatever kind. */
    static IOException failure(@Nullable Throwable thrown) {
        if (thrown instanceof IOException known) {
            return known;
        }
        String what = thrown == null ? "" : " with " + thrown.getClass().getName();
        return new StoreFailedException(WHO + " failed" + what, thrown);
    }
}
