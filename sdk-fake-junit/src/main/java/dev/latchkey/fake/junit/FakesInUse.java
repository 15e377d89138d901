package dev.latchkey.fake.junit;

import dev.latchkey.fake.FakeServer;
import java.util.IdentityHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Which fakes a run of JUnit uses: how many scopes hold each, and which test it serves now. Safe for concurrent use. */
final class FakesInUse {
    private final ReentrantLock lock = new ReentrantLock();
    private final IdentityHashMap<FakeServer, Use> uses = new IdentityHashMap<>();

    void enter(FakeServer fake) {
        lock.lock();
        try {
            uses.computeIfAbsent(fake, any -> new Use()).scopes++;
        } finally {
            lock.unlock();
        }
    }

    /** Closes the fake if no other scope holds it. */
    void leave(FakeServer fake) {
        boolean last;
        lock.lock();
        try {
            Use use = uses.get(fake);
            last = use == null || --use.scopes == 0;
            if (last) {
                uses.remove(fake);
            }
        } finally {
            lock.unlock();
        }
        if (last) {
            fake.close();
        }
    }

    /**
     * Gives the fake to a test.
     *
     * @throws ExtensionConfigurationException if another test has it
     */
    void begin(HeldFake fake, String test) {
        String other;
        lock.lock();
        try {
            Use use = uses.computeIfAbsent(fake.fake(), any -> new Use());
            other = use.test;
            if (other == null) {
                use.test = test;
            }
        } finally {
            lock.unlock();
        }
        if (other != null) {
            throw new ExtensionConfigurationException(fake.fake().getClass().getSimpleName() + " in " + fake.place()
                    + " is shared by tests that run at the same time: " + other
                    + " still uses it. Their journals, faults and"
                    + " clocks cannot be kept apart. Give each test a fake of its own (an instance field or a parameter), run"
                    + " these tests one after another (@Execution(ExecutionMode.SAME_THREAD) or a @ResourceLock), or let them"
                    + " share the traces (keepTraces).");
        }
    }

    void end(FakeServer fake) {
        lock.lock();
        try {
            Use use = uses.get(fake);
            if (use != null) {
                use.test = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private static final class Use {
        private int scopes;
        private @Nullable String test;
    }
}
