package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.auth.StoreBusyException;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the store promises to sections, on every database. */
abstract class JdbcTokenStoreContract extends RowContract {
    static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void theEntryIsReadByOthersWhileItIsHeld() throws Exception {
        save(store(), Sessions.version(1));
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
        assertThat(store().exclusively(Sessions.JANE, SHORT, RowContract::load)).isEqualTo(Sessions.version(2));
    }

    @Test
    void whoWaitsGetsInWhenTheOtherLeavesAndSeesItsSave() throws Exception {
        try (Holder holder = Holder.inside(store(), Sessions.JANE);
                Holder next = Holder.waiting(store(), Sessions.JANE, LONG)) {
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
        assertThatThrownBy(() -> store().exclusively(Sessions.JANE, LONG, entry -> {
                    throw new IllegalStateException("thrown by the section");
                }))
                .hasMessage("thrown by the section");
        store().exclusively(Sessions.JANE, SHORT, RowContract::load);
    }

    @Test
    @Tag("storm")
    void noUpdateIsLostAmongManyStores() throws Exception {
        int threads = 6;
        long updates = Integer.getInteger("latchkey.storm.repeats", 10);
        save(store(), Sessions.version(0));
        CompletableFuture<?>[] all = IntStream.range(0, threads)
                .mapToObj(i -> CompletableFuture.runAsync(() -> increment(store(), updates), this::inNewThread))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get();
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(threads * updates));
    }

    @Test
    void aSectionThatLosesItsConnectionBeforeItSavesTakesUpAnother() throws Exception {
        save(store(), Sessions.version(1));
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            database.breakConnections();
            assertThat(holder.<StoredSession>step(TokenStore.Entry::load)).isEqualTo(Sessions.version(1));
            database.breakConnections();
            holder.save(Sessions.version(2));
            holder.leave();
        }
        assertThat(store().exclusively(Sessions.JANE, SHORT, RowContract::load)).isEqualTo(Sessions.version(2));
    }

    @Test
    void aSectionThatLosesItsConnectionAfterItSavedIsStillAlone() throws Exception {
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            holder.save(Sessions.version(1));
            database.breakConnections();
            assertThatExceptionOfType(StoreBusyException.class)
                    .isThrownBy(() -> store().exclusively(Sessions.JANE, Duration.ZERO, entry -> "inside"));
            holder.save(Sessions.version(2));
            assertBusy();
            holder.leave();
        }
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
    }

    @Test
    void aSectionThatDiedIsTakenOverWithinTwoSeconds() throws Exception {
        try (Holder dead = Holder.inside(store(), Sessions.JANE)) {
            dead.save(Sessions.version(1));
            database.breakConnections();
            long start = System.nanoTime();
            StoredSession found = store().exclusively(Sessions.JANE, LONG, RowContract::load);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(found).isEqualTo(Sessions.version(1));
            // Once is enough: whoever comes next has nothing to wait for.
            assertThat(database.query("SELECT unfinished FROM latchkey_session"))
                    .containsExactly("0");
        }
    }

    @Test
    void aSectionThatWasTakenOverWritesNoMore() throws Exception {
        try (Holder stale = Holder.inside(store(), Sessions.JANE)) {
            stale.save(Sessions.version(1));
            database.breakConnections();
            save(store(), Sessions.version(2));
            assertTakenOver(stale);
            assertThat(stale.<StoredSession>step(TokenStore.Entry::load)).isEqualTo(Sessions.version(2));
            assertTakenOver(stale);
            stale.leave();
        }
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
    }

    @Test
    void aSectionThatLostItsLockReadsWhatAnotherSavedAndDoesNotHoldItUp() throws Exception {
        try (Holder stale = Holder.inside(store(), Sessions.JANE)) {
            database.breakConnections();
            try (Holder other = Holder.inside(store(), Sessions.JANE)) {
                other.save(Sessions.version(2));
                database.breakConnections();
                assertThat(stale.<StoredSession>step(TokenStore.Entry::load)).isEqualTo(Sessions.version(2));
                other.save(Sessions.version(3));
                other.leave();
            }
            assertTakenOver(stale);
            stale.leave();
        }
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(3));
    }

    @Test
    void anInterruptBeforeTheSectionKeepsItFromRunning() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> store().exclusively(Sessions.JANE, LONG, entry -> ran.getAndSet(true)));
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

    final void assertBusy() {
        AtomicBoolean ran = new AtomicBoolean();
        long start = System.nanoTime();
        assertThatExceptionOfType(StoreBusyException.class)
                .isThrownBy(() -> store().exclusively(Sessions.JANE, SHORT, entry -> ran.getAndSet(true)))
                .withMessage("Another process held the session for more than PT0.3S.");
        assertThat(ran).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, longestWait());
    }

    /** How late a wait of 300 ms may end. */
    Duration longestWait() {
        return Duration.ofSeconds(2);
    }

    static void assertTakenOver(Holder stale) {
        assertThatThrownBy(() -> stale.save(Sessions.version(99)))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IOException.class)
                .hasRootCauseMessage("The lock on the session was lost, and another process has taken it over.");
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
