package dev.latchkey.core.internal.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Runs what a user has given us (stores, suppliers) on threads of the session, and knows these threads: what waits there for
 * the session would wait for itself.
 */
final class UserCode implements Executor {
    private final Executor threads;
    private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();

    UserCode(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(() -> {
            Thread own = Thread.currentThread();
            boolean added = atWork.add(own);
            try {
                work.run();
            } finally {
                if (added) {
                    atWork.remove(own);
                }
            }
        });
    }

    boolean runsHere() {
        return atWork.contains(Thread.currentThread());
    }
}
