package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.TokenStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Another process, which is in the exclusive section until it is closed. */
final class HeldSection implements AutoCloseable {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final CompletableFuture<Boolean> left;

    private HeldSection(TokenStore store) {
        left = CompletableFuture.supplyAsync(() -> hold(store), task -> new Thread(task, "holder").start());
    }

    static HeldSection of(TokenStore store) throws InterruptedException {
        HeldSection section = new HeldSection(store);
        if (!section.entered.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the section was not entered");
        }
        return section;
    }

    boolean isHeld() {
        return !left.isDone();
    }

    private boolean hold(TokenStore store) {
        try {
            return store.exclusively(SessionRig.KEY, Duration.ofSeconds(10), entry -> {
                entered.countDown();
                return isToLeave();
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private boolean isToLeave() {
        try {
            return leave.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        leave.countDown();
        left.join();
    }
}
