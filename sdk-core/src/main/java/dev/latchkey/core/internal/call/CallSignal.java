package dev.latchkey.core.internal.call;

import dev.latchkey.core.Failure;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Where a call waits, for a backoff or for a renewal. A cancel of the call, its timeout (which cancels it) and an interrupt
 * of the thread end the wait at once; OkHttp's own waits would notice none of them in time.
 *
 * <p>Belongs to one call and is used by the thread that runs it. Costs nothing until the first wait.
 */
public final class CallSignal {
    private static final Progress UNKNOWN = new Progress() {
        @Override
        public Failure told(Failure failure) {
            return failure;
        }

        @Override
        public long remainingNanos() {
            return Long.MAX_VALUE;
        }
    };

    /** How far a call has come. */
    public interface Progress {
        /**
         * Tells a failure whether the request may have been executed by now.
         *
         * @param failure without that
         * @return the failure, as of now
         */
        Failure told(Failure failure);

        /**
         * What is left of the call's limit.
         *
         * @return nanoseconds
         */
        long remainingNanos();
    }

    private final Call call;
    private final String method;
    private final String path;
    private final Progress progress;
    private volatile Thread waiting = Thread.currentThread();
    private boolean attached;

    /**
     * A signal for a call that is being executed.
     *
     * @param call the call
     * @param method its HTTP method, for error texts
     * @param path its templated path, for error texts
     */
    public CallSignal(Call call, String method, String path) {
        this(call, method, path, UNKNOWN);
    }

    /**
     * A signal for a call of which it is known how far it has come.
     *
     * @param call the call
     * @param method its HTTP method, for error texts
     * @param path its templated path, for error texts
     * @param progress how far
     */
    public CallSignal(Call call, String method, String path, Progress progress) {
        this.call = call;
        this.method = method;
        this.path = path;
        this.progress = progress;
    }

    /**
     * The rest of the call's limit.
     *
     * @return nanoseconds, {@link Long#MAX_VALUE} if the limit is not known
     */
    public long restNanos() {
        return progress.remainingNanos();
    }

    /**
     * Names what the call asks for: its template, or the path of a request whose template is not known. To be compared, not
     * shown: such a path may hold anything.
     *
     * @return method and path
     */
    public String endpoint() {
        return method
                + ' '
                + (path.startsWith("/") ? path : call.request().url().encodedPath());
    }

    /**
     * Describes a failure of the call.
     *
     * @param problem what went wrong and what to do
     * @return the failure, as of now
     */
    public Failure failure(String problem) {
        return progress.told(Failure.local(method, path, problem));
    }

    /**
     * Waits for a condition. Whoever makes it true unparks this thread.
     *
     * @param done the condition
     * @param maxNanos the longest wait
     * @return true if the condition holds, false if the time is over
     * @throws IOException if the call was cancelled or timed out
     * @throws CallInterruptedIOException if the thread was interrupted; its flag is still set
     */
    public boolean await(BooleanSupplier done, long maxNanos) throws IOException {
        waiting = Thread.currentThread();
        attach();
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (call.isCanceled()) {
                throw new IOException("Canceled");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CallInterruptedIOException();
            }
            long left = maxNanos - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(this, left);
        }
        return true;
    }

    /**
     * Waits for a time.
     *
     * @param nanos how long
     * @throws IOException as {@link #await}
     */
    public void sleep(long nanos) throws IOException {
        await(() -> false, nanos);
    }

    private void attach() {
        if (attached) {
            return;
        }
        attached = true;
        call.addEventListener(new EventListener() {
            @Override
            public void canceled(Call canceled) {
                LockSupport.unpark(waiting);
            }
        });
    }
}
