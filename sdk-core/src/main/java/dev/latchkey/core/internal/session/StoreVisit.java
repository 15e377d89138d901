package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One stay in a store's exclusive section. A thread of its own enters, loads and saves as it is told, and leaves; whoever
 * tells it waits within limits.
 */
final class StoreVisit implements TokenStore.Entry {
    private enum Phase {
        ENTERING,
        HELD,
        GIVEN_UP
    }

    /** What the thread in the section is told to do. */
    private record Order(Consumer<TokenStore.Entry> work, boolean last) {}

    private final Duration limit;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.ENTERING);
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> entered = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Thread thread;
    private volatile boolean silent;
    private volatile boolean mayBeSpent;

    /** The limit is for each load and save, and for leaving. */
    StoreVisit(Duration limit) {
        this.limit = limit;
    }

    /** On a thread of its own: from the door of the section to the way out. */
    void run(Callable<Boolean> enter) {
        thread = Thread.currentThread();
        try {
            if (phase.get() == Phase.ENTERING) {
                Boolean unused = enter.call();
            }
            entered.completeExceptionally(new IOException("The token store did not run the section."));
            ended.complete(null);
        } catch (Throwable e) {
            entered.completeExceptionally(e);
            ended.completeExceptionally(e);
        } finally {
            thread = null;
        }
    }

    /** In the section: does what it is told until it is to leave. */
    void serve(TokenStore.Entry entry) {
        if (!phase.compareAndSet(Phase.ENTERING, Phase.HELD)) {
            return;
        }
        mayBeSpent = entry.mayBeSpent();
        entered.complete(null);
        boolean interrupted = false;
        for (boolean last = false; !last; ) {
            try {
                Order order = orders.take();
                order.work().accept(entry);
                last = order.last();
            } catch (InterruptedException e) {
                interrupted = true; // What is in the section comes to its end: its tokens may exist nowhere else.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    CompletableFuture<Void> entered() {
        return entered;
    }

    CompletableFuture<Void> ended() {
        return ended;
    }

    /** There is no thread for it. */
    void refuse() {
        ended.complete(null);
    }

    boolean isOver() {
        return ended.isDone();
    }

    /** Whether it has not answered in time. */
    boolean isSilent() {
        return silent;
    }

    /** Gives up on a store that does not answer; false if the section has been entered meanwhile. */
    boolean giveUpOnSilence() {
        silent = giveUp();
        return silent;
    }

    /** Wants the section no more; false if it has been entered meanwhile. */
    boolean giveUp() {
        boolean waiting = phase.compareAndSet(Phase.ENTERING, Phase.GIVEN_UP);
        if (waiting) {
            interrupt();
        }
        return waiting;
    }

    /** Leaves at once; whoever was in the section, or wanted to be, finds it left. */
    void leaveNow() {
        if (!giveUp()) {
            boolean unused = letGo();
        }
    }

    private boolean letGo() {
        boolean held = phase.compareAndSet(Phase.HELD, Phase.GIVEN_UP);
        if (held) {
            orders.add(new Order(entry -> {}, true));
        }
        return held;
    }

    /** Leaves. Fails as the store did on the way out. */
    void leave() throws IOException {
        if (letGo()) {
            within(ended);
        }
    }

    @Override
    public @Nullable StoredSession load() throws IOException {
        return tell(TokenStore.Entry::load);
    }

    @Override
    public void save(StoredSession session) throws IOException {
        try {
            tell(entry -> {
                entry.save(session);
                return null;
            });
        } catch (IOException e) {
            throw QuotedTokens.leftOut(e, session.tokens());
        }
    }

    @Override
    public boolean mayBeSpent() {
        return mayBeSpent;
    }

    @Override
    public void requireHeld() throws IOException {
        tell(entry -> {
            entry.requireHeld();
            return null;
        });
    }

    private interface Work {
        @Nullable
        StoredSession with(TokenStore.Entry entry) throws IOException;
    }

    private @Nullable StoredSession tell(Work work) throws IOException {
        if (phase.get() != Phase.HELD) {
            throw new LeftBehindException();
        }
        CompletableFuture<@Nullable StoredSession> done = new CompletableFuture<>();
        orders.add(new Order(
                entry -> {
                    try {
                        done.complete(work.with(entry));
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                },
                false));
        return within(done);
    }

    /** An interrupt does not shorten it, and is kept. */
    private <T extends @Nullable Object> T within(CompletableFuture<T> done) throws IOException {
        if (!Patiently.wait(limit.toNanos(), nanos -> Patiently.isDone(done, nanos))) {
            silent = true;
            leaveNow();
            interrupt();
            throw new BoundedCall.UnansweredException(BoundedStore.WHO, limit);
        }
        try {
            return done.join();
        } catch (CompletionException e) {
            throw BoundedStore.failure(e.getCause());
        }
    }

    private void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** The session has gone on without this work, which saves nothing any more. No failure of the store's. */
    static final class LeftBehindException extends IOException {
        private static final long serialVersionUID = 1;

        LeftBehindException() {
            super("the session has gone on without this renewal");
        }
    }
}
