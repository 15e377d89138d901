package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileInterruptTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path temp;

    private String folder = "";
    private FileTokenStore store;
    private SectionHolder holder;

    @BeforeEach
    void setUp() {
        folder = temp.resolve("sessions").toString();
        store = FileTokenStore.at(Path.of(folder));
        holder = new SectionHolder(store);
    }

    @AfterEach
    void letGo() throws Exception {
        holder.leave();
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        holder.enter();
        FutureTask<Boolean> waiter = new FutureTask<>(() -> store.exclusively(Sessions.KEY, SOON, entry -> true));
        Thread thread = SectionHolder.start(waiter);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        thread.interrupt();
        assertInterrupted(waiter);
        holder.leave();
        assertThat(StoreProgram.enter(folder, SOON.toMillis())).isEqualTo("entered");
    }

    @Test
    void whoComesInterruptedDoesNotEnter() throws Exception {
        AtomicInteger entered = new AtomicInteger();
        FutureTask<Integer> late = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            return store.exclusively(Sessions.KEY, SOON, entry -> entered.incrementAndGet());
        });
        SectionHolder.start(late);
        assertInterrupted(late);
        assertThat(entered).hasValue(0);
    }

    /** The server has rotated the token by then, and the new one exists nowhere else. */
    @Test
    void whatIsSavedOnAnInterruptedThreadIsSaved() throws Exception {
        FutureTask<Boolean> interrupted = new FutureTask<>(() -> store.exclusively(Sessions.KEY, SOON, entry -> {
            try {
                Thread.currentThread().interrupt();
                entry.load();
                entry.save(Sessions.session(1));
                entry.save(Sessions.session(2));
                return Objects.equals(entry.load(), Sessions.session(2)) && Thread.interrupted();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }));
        SectionHolder.start(interrupted);
        assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
    }

    @Test
    void interruptsAtAnyInstantNeitherBreakASaveNorTheSection() throws Exception {
        CountDownLatch entered = new CountDownLatch(1); // Before that an interrupt ends the wait, as it should.
        CountDownLatch saved = new CountDownLatch(1);
        FutureTask<Boolean> saver = new FutureTask<>(() -> store.exclusively(Sessions.KEY, SOON, entry -> {
            entered.countDown();
            try {
                for (int version = 1; version <= 20; version++) {
                    entry.save(Sessions.bulky(version));
                }
                return true;
            } catch (IOException e) {
                throw new AssertionError(e);
            } finally {
                saved.countDown();
            }
        }));
        Thread thread = SectionHolder.start(saver);
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        while (!saved.await(1, TimeUnit.MILLISECONDS)) {
            thread.interrupt();
        }
        assertThat(saver.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.bulky(20));
        assertThat(StoreProgram.enter(folder, SOON.toMillis())).isEqualTo("entered");
    }

    private static void assertInterrupted(FutureTask<?> task) {
        assertThatThrownBy(() -> task.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }
}
