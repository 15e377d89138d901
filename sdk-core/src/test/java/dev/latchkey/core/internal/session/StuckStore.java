package dev.latchkey.core.internal.session;

import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that throws whatever it is told to, or does not return and takes no notice of interrupts. */
final class StuckStore implements TokenStore {
    final TokenStore inner = TokenStore.inMemory();
    final AtomicInteger hanging = new AtomicInteger();
    private volatile @Nullable Throwable thrown;
    private volatile @Nullable CountDownLatch gate;
    private volatile boolean onlySaves;

    void fail(@Nullable Throwable with) {
        thrown = with;
    }

    void hang() {
        gate = new CountDownLatch(1);
    }

    void hangAtSaves() {
        onlySaves = true;
        hang();
    }

    void release() {
        CountDownLatch held = gate;
        gate = null;
        onlySaves = false;
        if (held != null) {
            held.countDown();
        }
    }

    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        pass(false);
        return inner.load(key);
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        pass(false);
        return inner.exclusively(
                key,
                maxWait,
                entry -> section.run(new Entry() {
                    @Override
                    public @Nullable StoredSession load() throws IOException {
                        return entry.load();
                    }

                    @Override
                    public void save(StoredSession session) throws IOException {
                        pass(true);
                        entry.save(session);
                    }
                }));
    }

    private void pass(boolean saving) {
        Throwable now = thrown;
        if (now != null) {
            throw StuckStore.<RuntimeException>sneaked(now);
        }
        CountDownLatch held = gate;
        if (held != null && (saving || !onlySaves)) {
            hanging.incrementAndGet();
            awaitUninterruptibly(held);
            hanging.decrementAndGet();
        }
    }

    static void awaitUninterruptibly(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                done = latch.getCount() == 0;
            }
        }
    }

    @SuppressWarnings("unchecked")
    static <E extends Throwable> RuntimeException sneaked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
