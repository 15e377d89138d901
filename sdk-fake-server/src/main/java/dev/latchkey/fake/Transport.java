package dev.latchkey.fake;

import dev.latchkey.fake.internal.TestCertificate;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How a fake listens when it starts. */
final class Transport {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable TestCertificate certificate;
    volatile int port;
    volatile boolean https;
    volatile boolean http2 = true;
    volatile Duration closeIdleAfter = Duration.ZERO;

    String scheme() {
        return https ? "https" : "http";
    }

    /** Made when it is first asked for, and kept. */
    TestCertificate certificate() {
        lock.lock();
        try {
            if (certificate == null) {
                certificate = TestCertificate.create();
            }
            return certificate;
        } finally {
            lock.unlock();
        }
    }
}
