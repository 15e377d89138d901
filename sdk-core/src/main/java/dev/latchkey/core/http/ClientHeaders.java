package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.InvalidInputException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Puts the builder's headers on each request, where it has none of the same name. Suppliers are the user's code: they are
 * asked once in an execution, on a thread of their own, for as long as the call has time.
 */
final class ClientHeaders implements Interceptor {
    private volatile List<ClientHeader> headers;
    private final Executor threads;
    private volatile @Nullable Headers fixed;
    private final Set<Thread> asking = ConcurrentHashMap.newKeySet();

    ClientHeaders(List<ClientHeader> headers, Executor threads) {
        this.headers = headers;
        this.threads = threads;
        this.fixed = headers.stream().allMatch(ClientHeader::isFixed) ? values(new Progress()) : null;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Execution execution = Execution.of(chain.call());
        Headers values = execution.carried();
        if (values == null) {
            Headers known = fixed;
            values = known == null ? asked(execution) : known;
            execution.carries(values);
        }
        Request request = chain.request();
        Request.Builder carrying = request.newBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (request.header(values.name(i)) == null) {
                carrying.header(values.name(i), values.value(i));
            }
        }
        return chain.proceed(carrying.build());
    }

    /** The client is closed: its secrets are not kept. */
    void forget() {
        headers = List.of();
        fixed = Headers.EMPTY;
    }

    private Headers asked(Execution execution) throws IOException {
        if (asking.contains(Thread.currentThread())) {
            throw failed(
                    execution, "The supplier of a header called the client that waits for it. Use another one there.");
        }
        Progress progress = new Progress();
        Thread waiting = Thread.currentThread();
        FutureTask<Headers> task = new FutureTask<>(() -> values(progress)) {
            @Override
            protected void done() {
                LockSupport.unpark(waiting);
            }
        };
        try {
            threads.execute(task);
            execution.signal().await(task::isDone, Long.MAX_VALUE);
            return task.get();
        } catch (ExecutionException e) {
            throw failed(execution, progress, e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            throw execution.isTimedOut() ? tooSlow(execution, progress, e) : e;
        } catch (InterruptedException | RuntimeException | OutOfMemoryError e) {
            throw Unexpected.in(execution::failure, e);
        } finally {
            task.cancel(true);
        }
    }

    /** Asks one supplier after the other. */
    private Headers values(Progress progress) {
        Thread thread = Thread.currentThread();
        asking.add(thread);
        try {
            Headers.Builder values = new Headers.Builder();
            for (ClientHeader header : headers) {
                progress.at = header.name();
                values.set(header.name(), header.checked(header.value().get()));
            }
            return values.build();
        } finally {
            asking.remove(thread);
        }
    }

    private static IOException failed(Execution execution, Progress progress, Throwable thrown) {
        if (thrown instanceof InvalidInputException unfit) {
            return failed(execution, "Its supplier gave what cannot be sent. " + unfit.getMessage());
        }
        String problem = "The supplier of the header " + progress.at + " failed with "
                + thrown.getClass().getName() + ".";
        Throwable cause = thrown instanceof LinkageError ? thrown : Unexpected.withoutText(thrown);
        return new ApiIOException(new ApiException(execution.failure(problem), cause));
    }

    private static IOException failed(Execution execution, String problem) {
        return new ApiIOException(new ApiException(execution.failure(problem), null));
    }

    private static IOException tooSlow(Execution execution, Progress progress, IOException cause) {
        String problem = "The call did not end within "
                + Duration.ofNanos(execution.plan().timeoutNanos()) + ": the supplier of the header " + progress.at
                + " did not answer.";
        return new ApiIOException(new CallTimeoutException(execution.failure(problem), Wordless.of(cause)));
    }

    /** Which supplier is being asked. */
    private static final class Progress {
        private volatile String at = "";
    }
}
