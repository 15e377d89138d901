package dev.latchkey.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What reading one input costs the thread that reads it: processor time, since a busy machine does not lengthen it, and bytes
 * allocated. Both limits are far above what a body of {@link FuzzedAnswer#MAX_BODY} needs, even with Jazzer's instrumentation,
 * and far below what it takes as soon as something grows with the square of the body.
 */
public final class Effort {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MAX_MILLIS = 4_000;
    private static final long MAX_MEBIBYTES = 8_192;

    private final long maxMillis;
    private final long maxMebibytes;
    private final long nanosBefore = THREADS.getCurrentThreadCpuTime();
    private final long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();

    private Effort(long maxMillis, long maxMebibytes) {
        this.maxMillis = maxMillis;
        this.maxMebibytes = maxMebibytes;
    }

    /** From here on the effort of this thread counts. */
    public static Effort begin() {
        return limited(MAX_MILLIS, MAX_MEBIBYTES);
    }

    static Effort limited(long maxMillis, long maxMebibytes) {
        return new Effort(maxMillis, maxMebibytes);
    }

    /** Up to here it counts, and must not have been too much. */
    public void end() {
        long millis = (THREADS.getCurrentThreadCpuTime() - nanosBefore) / 1_000_000;
        long mebibytes = (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) >> 20;
        if (millis > maxMillis || mebibytes > maxMebibytes) {
            throw new AssertionError("took " + millis + " ms of the processor and allocated " + mebibytes + " MiB");
        }
    }
}
