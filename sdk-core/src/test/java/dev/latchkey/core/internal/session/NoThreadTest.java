package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.StoredSession;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process cannot make another thread for a while: what was to be done is done once it can. */
class NoThreadTest {
    private final FaultyStore store = new FaultyStore();
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();
    private final ManualThreads tasks = new ManualThreads();

    @AfterEach
    void end() {
        tasks.shutdown();
    }

    @Test
    void aPairThatIsDueToBeSavedIsSavedOnceThereIsAThread() throws Exception {
        SessionEngine engine = SessionRig.steered(store, server, time, tasks.ofSession(), new WaitingRoom(time, false));
        store.broken(true);
        CompletableFuture<SessionState> login = engine.actions().login(null);
        Runnable task = tasks.takeNext();
        tasks.refuse(true);
        task.run();
        assertThat(login).isCompleted();

        await().until(() -> tasks.refused() > 0);
        store.broken(false);
        tasks.refuse(false);
        await().until(() -> {
            tasks.runAll();
            return isStored("r1");
        });
    }

    @Test
    void aPairWhoseSaveGaveWayToALoginThatNeverBeganIsSavedLater() throws Exception {
        SessionEngine engine = SessionRig.steered(store, server, time, tasks.ofSession(), new WaitingRoom(time, false));
        store.broken(true);
        CompletableFuture<SessionState> first = engine.actions().login(null);
        tasks.runNext();
        assertThat(first).isCompleted();
        await().until(() -> tasks.waiting() == 1);
        Runnable save = tasks.takeNext();

        CompletableFuture<SessionState> second = engine.actions().login(null);
        CompletableFuture<SessionState> third = engine.actions().login(null);
        CompletableFuture<Void> between = second.thenRun(() -> {
            save.run();
            tasks.refuse(true);
        });
        tasks.runNext();
        assertThat(between).isCompleted();
        assertThat(third).isCompletedExceptionally();

        store.broken(false);
        tasks.refuse(false);
        await().until(() -> {
            tasks.runAll();
            return isStored("r2");
        });
    }

    @Test
    void whatIsDueIsTriedAgainUntilThereIsAThread() {
        tasks.refuse(true);
        Future<?> unused = tasks.ofSession().later(Duration.ofMillis(1), () -> {});
        await().until(() -> tasks.refused() > 1);
        tasks.refuse(false);
        await().until(() -> tasks.waiting() == 1);
    }

    @Test
    void nothingIsTriedAgainAfterTheEnd() {
        SessionThreads threads = tasks.ofSession();
        tasks.refuse(true);
        Future<?> unused = threads.later(Duration.ofMillis(1), () -> {});
        await().until(() -> tasks.refused() > 0);
        threads.end();
        int before = tasks.refused();
        await().during(Duration.ofMillis(700)).until(() -> tasks.refused() == before && tasks.waiting() == 0);
    }

    private boolean isStored(String refreshToken) throws Exception {
        StoredSession stored = store.load(SessionRig.KEY);
        return stored != null
                && stored.tokens() != null
                && refreshToken.equals(stored.tokens().refreshToken());
    }
}
