package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.core.store.TokenStore.Entry;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A section that runs in a thread of its own and does what a test tells it, one step after the other. */
final class Holder implements AutoCloseable {
    private static final FutureTask<Object> LEAVE = new FutureTask<>(() -> null);

    private final BlockingQueue<FutureTask<?>> steps = new LinkedBlockingQueue<>();
    private final CompletableFuture<Entry> entered = new CompletableFuture<>();
    private final FutureTask<Boolean> section;

    @FunctionalInterface
    interface Step<T> {
        T on(Entry entry) throws Exception;
    }

    private Holder(TokenStore store, SessionKey key, Duration maxWait) {
        section = new FutureTask<>(() -> store.exclusively(key, maxWait, this::inside));
        Thread thread = new Thread(section, "holder");
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts to wait for the section. */
    static Holder waiting(TokenStore store, SessionKey key, Duration maxWait) {
        return new Holder(store, key, maxWait);
    }

    /** Returns when the section is entered. */
    static Holder inside(TokenStore store, SessionKey key) throws Exception {
        Holder holder = waiting(store, key, Duration.ofSeconds(30));
        holder.awaitInside();
        return holder;
    }

    boolean isInside() {
        return entered.isDone();
    }

    void awaitInside() throws Exception {
        CompletableFuture.anyOf(entered, CompletableFuture.supplyAsync(this::result))
                .get(30, TimeUnit.SECONDS);
        if (!isInside()) {
            throw new IllegalStateException("The section was not entered.");
        }
    }

    <T> T step(Step<T> step) throws Exception {
        return start(step).get(60, TimeUnit.SECONDS);
    }

    /** The same without waiting for the step's end. */
    <T> FutureTask<T> start(Step<T> step) {
        FutureTask<T> task = new FutureTask<>(() -> step.on(entered.join()));
        steps.add(task);
        return task;
    }

    void save(StoredSession session) throws Exception {
        step(entry -> {
            entry.save(session);
            return null;
        });
    }

    /** Ends the section and waits for it. */
    void leave() throws Exception {
        steps.add(LEAVE);
        section.get(60, TimeUnit.SECONDS);
    }

    private Boolean result() {
        try {
            return section.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Boolean inside(Entry entry) {
        entered.complete(entry);
        try {
            for (FutureTask<?> next = steps.take(); next != LEAVE; next = steps.take()) {
                next.run();
            }
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does not wait: what a test has left inside may have lost its database. */
    @Override
    public void close() {
        steps.add(LEAVE);
    }
}
