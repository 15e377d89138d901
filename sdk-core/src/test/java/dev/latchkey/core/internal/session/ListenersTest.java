package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.SessionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ListenersTest {

    @Test
    void aListenerThatThrowsHarmsNobody() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.engine.addListener(new SessionListener() {
                @Override
                public void renewed() {
                    throw new IllegalStateException("mine");
                }
            });
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.engine.actions().renew().get()).isNotNull();
            await().untilAsserted(() -> assertThat(rig.events).containsExactly("renewed", "renewed"));
        }
    }

    @Test
    void eventsComeOneAtATimeAndInOrder() throws Exception {
        SessionEvents events = new SessionEvents();
        List<Integer> seen = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        events.add(new SessionListener() {});
        Caller<Boolean> slow = Caller.start(() -> {
            events.tell(listener -> {
                await().until(() -> first.getCount() == 0);
                seen.add(1);
            });
            return true;
        });
        assertThat(slow.awaitWaiting().isDone()).isFalse();
        events.tell(listener -> seen.add(2));
        assertThat(seen).isEmpty();
        first.countDown();
        slow.get();
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void aRemovedListenerIsToldNoMore() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            List<String> seen = new CopyOnWriteArrayList<>();
            SessionListener listener = new SessionListener() {
                @Override
                public void renewed() {
                    seen.add("renewed");
                }
            };
            rig.engine.addListener(listener);
            rig.token();
            await().until(() -> seen.size() == 1);
            rig.engine.removeListener(listener);
            rig.engine.actions().renew().get();
            await().until(() -> rig.events.size() == 2);
            assertThat(seen).hasSize(1);
        }
    }
}
