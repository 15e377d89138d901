package dev.latchkey.core.http;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The one implementation of a call, for every operation of every vendor. */
final class HttpApiCall<T extends @Nullable Object> implements ApiCall<T> {
    private final Transport transport;
    private final RequestPlan plan;
    private final ResponseReader<T> reader;

    HttpApiCall(Transport transport, RequestPlan plan, ResponseReader<T> reader) {
        this.transport = transport;
        this.plan = plan;
        this.reader = reader;
    }

    @Override
    public T execute() {
        Execution execution = transport.prepare(plan);
        execution.enter();
        return transport.run(execution, reader);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return start(null);
    }

    @Override
    public CompletableFuture<T> executeAsync(Executor executor) {
        return start(executor);
    }

    @Override
    public ApiResponse<T> executeForResponse() {
        return whole().execute();
    }

    @Override
    public CompletableFuture<ApiResponse<T>> executeForResponseAsync() {
        return whole().executeAsync();
    }

    @Override
    public ApiCall<T> timeout(Duration timeout) {
        return new HttpApiCall<>(transport, plan.limitedTo(Limits.nanos("The timeout", timeout)), reader);
    }

    @Override
    public ApiCall<T> withoutRetries() {
        return new HttpApiCall<>(transport, plan.triedOnce(), reader);
    }

    @Override
    public ApiCall<T> header(String name, String value) {
        HeaderFields.check(name, value, transport.sessionHeaders());
        return new HttpApiCall<>(
                transport,
                plan.with(plan.headers().newBuilder().set(name, value).build()),
                reader);
    }

    private CompletableFuture<T> start(@Nullable Executor executor) {
        AsyncExecution<T> future = new AsyncExecution<>(transport, transport.prepare(plan), reader, executor);
        future.start();
        return future;
    }

    private HttpApiCall<ApiResponse<T>> whole() {
        return new HttpApiCall<>(transport, plan, new WholeAnswer<>(reader));
    }

    private record WholeAnswer<T extends @Nullable Object>(ResponseReader<T> value)
            implements ResponseReader<ApiResponse<T>> {
        @Override
        public ApiResponse<T> read(Answer answer) throws IOException {
            return new ApiResponse<>(answer.status(), answer.headers(), answer.rawBody(), value.read(answer));
        }

        @Override
        public boolean reads(int status) {
            return value.reads(status);
        }
    }

    /** Method and path, without the values of its parameters. */
    @Override
    public String toString() {
        return plan.toString();
    }
}
