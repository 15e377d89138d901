package dev.latchkey.core.http;

import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;
import org.jspecify.annotations.Nullable;

/**
 * The limit of one execution. Apart from it, since okio's thread may hold on to a limit that was left until the next one is due,
 * and the execution has secrets.
 */
final class CallLimit extends AsyncTimeout {
    private volatile @Nullable Execution execution;

    CallLimit(Execution execution, long nanos) {
        this.execution = execution;
        timeout(nanos, TimeUnit.NANOSECONDS);
    }

    void leave() {
        boolean unused = exit();
        execution = null;
    }

    @Override
    protected void timedOut() {
        Execution late = execution;
        if (late != null) {
            late.timedOut();
        }
    }
}
