package dev.latchkey.core.internal.session;

/** Waits that an interrupt does not shorten; it is kept for later. */
final class Patiently {

    /** Something to wait for. */
    interface Wait {
        /** At most so long; true if it has happened. */
        boolean atMost(long nanos) throws InterruptedException;
    }

    private Patiently() {}

    /** Waits at most so long; true if it has happened. */
    static boolean wait(long nanos, Wait event) {
        long start = System.nanoTime();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return event.atMost(Math.max(0, nanos - (System.nanoTime() - start)));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
