package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.store.StoreBusyException;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the store promises to sections. */
class SectionTest extends OnEveryDatabase {
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void theEntryIsReadByOthersWhileItIsHeld() throws Exception {
        Sessions.save(store(), Sessions.version(1));
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(1));
            holder.leave();
        }
    }

    @Test
    void aSaveIsCommittedWhenItReturns() throws Exception {
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            holder.save(Sessions.version(1));
            assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(1));
            holder.save(Sessions.version(2));
            assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
            assertThat(holder.<StoredSession>step(TokenStore.Entry::load)).isEqualTo(Sessions.version(2));
            holder.leave();
        }
    }

    @Test
    void whoWaitsTooLongIsToldSoInTime() throws Exception {
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            assertBusy();
            holder.leave();
        }
    }

    @Test
    void aSectionStaysAloneAfterItsFirstSave() throws Exception {
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            holder.save(Sessions.version(1));
            assertBusy();
            holder.save(Sessions.version(2));
            assertBusy();
            holder.leave();
        }
        assertThat(store().exclusively(Sessions.JANE, SHORT, Sessions::load)).isEqualTo(Sessions.version(2));
    }

    @Test
    void whoWaitsGetsInWhenTheOtherLeavesAndSeesItsSave() throws Exception {
        try (Holder holder = Holder.inside(store(), Sessions.JANE);
                Holder next = Holder.waiting(store(), Sessions.JANE, Sessions.LONG)) {
            holder.save(Sessions.version(1));
            holder.save(Sessions.version(2));
            assertThat(next.isInside()).isFalse();
            holder.leave();
            next.awaitInside();
            assertThat(next.<StoredSession>step(TokenStore.Entry::load)).isEqualTo(Sessions.version(2));
            next.leave();
        }
    }

    @Test
    void sectionsOfDifferentSessionsDoNotWaitForEachOther() throws Exception {
        try (Holder jane = Holder.inside(store(), Sessions.JANE);
                Holder john = Holder.inside(store(), Sessions.of("john"))) {
            jane.leave();
            john.leave();
        }
    }

    @Test
    void aSectionThatThrowsLetsTheOthersIn() throws Exception {
        assertThatThrownBy(() -> store().exclusively(Sessions.JANE, Sessions.LONG, entry -> {
                    throw new IllegalStateException("thrown by the section");
                }))
                .hasMessage("thrown by the section");
        store().exclusively(Sessions.JANE, SHORT, Sessions::load);
    }

    @Test
    @Tag("storm")
    void noUpdateIsLostAmongManyStores() throws Exception {
        int threads = 6;
        long updates = Integer.getInteger("latchkey.storm.repeats", 3);
        Sessions.save(store(), Sessions.version(0));
        CompletableFuture<?>[] all = IntStream.range(0, threads)
                .mapToObj(i -> CompletableFuture.runAsync(() -> increment(store(), updates), this::inNewThread))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get();
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(threads * updates));
    }

    @Test
    void aSectionDoesNotNoticeThatConnectionsBreak() throws Exception {
        Sessions.save(store(), Sessions.version(1));
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            database.breakConnections();
            assertThat(holder.<StoredSession>step(TokenStore.Entry::load)).isEqualTo(Sessions.version(1));
            database.breakConnections();
            holder.save(Sessions.version(2));
            database.breakConnections();
            assertBusy();
            holder.leave();
        }
        assertThat(store().<StoredSession>exclusively(Sessions.JANE, Duration.ZERO, Sessions::load))
                .isEqualTo(Sessions.version(2));
    }

    @Test
    void anInterruptBeforeTheSectionKeepsItFromRunning() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> store().exclusively(Sessions.JANE, Sessions.LONG, entry -> ran.getAndSet(true)));
        assertThat(ran).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptDoesNotKeepASaveFromSucceeding() throws Exception {
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            boolean flag = holder.step(entry -> {
                Thread.currentThread().interrupt();
                entry.save(Sessions.version(1));
                return Thread.interrupted();
            });
            assertThat(flag).isTrue();
            holder.leave();
        }
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(1));
    }

    private void assertBusy() {
        AtomicBoolean ran = new AtomicBoolean();
        assertThatExceptionOfType(StoreBusyException.class)
                .isThrownBy(() -> store().exclusively(Sessions.JANE, SHORT, entry -> ran.getAndSet(true)))
                .withMessage("Another process held the session for more than PT0.05S.");
        assertThat(ran).isFalse();
    }

    private static void increment(TokenStore store, long times) {
        try {
            for (long i = 0; i < times; i++) {
                store.exclusively(Sessions.JANE, Duration.ofMinutes(10), entry -> {
                    try {
                        StoredSession found = entry.load();
                        entry.save(found);
                        entry.save(Sessions.version(found.version() + 1));
                        return true;
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inNewThread(Runnable work) {
        Thread thread = new Thread(work, "storm");
        thread.setDaemon(true);
        thread.start();
    }
}
