package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.SessionListener;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListenersTest {

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("mine"), new NoClassDefFoundError("mine"), new IOException("out of Kotlin"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatOneListenerThrowsSilencesNoOther(Throwable thrown) throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            List<String> seen = new CopyOnWriteArrayList<>();
            rig.engine.addListener(onRenewed(() -> sneak(thrown)));
            rig.engine.addListener(onRenewed(() -> seen.add("renewed")));
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.engine.actions().renew().get(10, TimeUnit.SECONDS)).isNotNull();
            await().untilAsserted(() -> assertThat(seen).hasSize(2));
            await().untilAsserted(() -> assertThat(rig.events).containsExactly("renewed", "renewed"));
        }
    }

    @Test
    void aListenerThatHangsStallsNoCallAndSilencesNoOther() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (SessionRig rig = SessionRig.withCredentials()) {
            List<String> seen = new CopyOnWriteArrayList<>();
            rig.engine.addListener(onRenewed(() -> StuckStore.awaitUninterruptibly(end)));
            rig.engine.addListener(onRenewed(() -> seen.add("renewed")));
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.engine.actions().renew().get(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(rig.engine.actions().logout().get(10, TimeUnit.SECONDS)).isNotNull();
            await().untilAsserted(() -> assertThat(seen).hasSize(2));
        } finally {
            end.countDown();
        }
    }

    /** It keeps its thread, and what happens is not kept for it for ever. */
    @Test
    void aListenerThatHangsIsPassedOverUntilItReturns() throws Exception {
        AtomicLong clock = new AtomicLong();
        AtomicInteger threads = new AtomicInteger();
        List<Integer> seen = new CopyOnWriteArrayList<>();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        SessionEvents events = new SessionEvents(
                task -> {
                    threads.incrementAndGet();
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    thread.start();
                },
                clock::get);
        events.add(new SessionListener() {});
        events.tell(listener -> {
            arrived.countDown();
            StuckStore.awaitUninterruptibly(end);
            seen.add(1);
        });
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        events.tell(listener -> seen.add(2));
        clock.set(ListenerLane.LIMIT_NANOS + 1);
        events.tell(listener -> seen.add(3));
        events.tell(listener -> seen.add(4));
        end.countDown();
        await().untilAsserted(() -> assertThat(seen).containsExactly(1));
        await().untilAsserted(() -> {
            events.tell(listener -> seen.add(5));
            assertThat(seen).startsWith(1, 5);
        });
        assertThat(threads.get()).isLessThan(20);
    }

    @Test
    void eventsComeOneAtATimeAndInOrder() throws Exception {
        List<Runnable> tasks = new CopyOnWriteArrayList<>();
        SessionEvents events = new SessionEvents(tasks::add, () -> 0);
        List<Integer> seen = new CopyOnWriteArrayList<>();
        events.add(new SessionListener() {});
        events.tell(listener -> {
            events.tell(same -> seen.add(2));
            seen.add(1);
        });
        events.tell(listener -> seen.add(3));
        assertThat(tasks).hasSize(1);
        tasks.get(0).run();
        assertThat(tasks).hasSize(1);
        assertThat(seen).containsExactly(1, 3, 2);
    }

    /** What is chained to a future may run in the thread that completes it, for as long as it likes. */
    @Test
    void whoWaitsForATokenDoesNotWaitForACallback() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.hold();
            var login = rig.engine.actions().login(null);
            var chained = login.thenRun(() -> StuckStore.awaitUninterruptibly(end));
            Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
            rig.server.release();
            assertThat(waiter.get()).isEqualTo("a1");
            await().untilAsserted(() -> assertThat(rig.events).containsExactly("renewed"));
            assertThat(rig.engine.actions().login(null).get(10, TimeUnit.SECONDS))
                    .isNotNull();
            assertThat(chained).isNotDone();
            end.countDown();
        }
    }

    @Test
    void aRemovedListenerIsToldNoMore() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            List<String> seen = new CopyOnWriteArrayList<>();
            SessionListener listener = onRenewed(() -> seen.add("renewed"));
            rig.engine.addListener(listener);
            rig.token();
            await().until(() -> seen.size() == 1);
            rig.engine.removeListener(listener);
            rig.engine.actions().renew().get();
            await().until(() -> rig.events.size() == 2);
            assertThat(seen).hasSize(1);
        }
    }

    private static SessionListener onRenewed(Runnable action) {
        return new SessionListener() {
            @Override
            public void renewed() {
                action.run();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
