package dev.latchkey.core.internal.filestore;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Runs I/O that is soon done on a thread that may be interrupted, which closes its channels: a session that cannot be read
 * for that reason would be taken for lost.
 */
final class Uninterrupted {
    private static final int ATTEMPTS = 10;

    private Uninterrupted() {}

    /** What runs again from its start if an interrupt has broken it off. */
    @FunctionalInterface
    interface Io<T> {
        @Nullable
        T run() throws IOException;
    }

    /** The thread is interrupted afterwards if it was before, or has been meanwhile. */
    static <T> @Nullable T run(Io<T> io) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return io.run();
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
