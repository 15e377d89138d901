package dev.latchkey.core.http;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.MalformedResponseException;
import java.io.IOException;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Reads answers whole, up to a limit that counts what comes out of the decompression. */
final class BodyBuffer {
    private static final long CHUNK = 8192;

    private final long maxBytes;

    BodyBuffer(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Reads the body and closes the answer. */
    void read(Execution execution, Response response) throws IOException {
        Buffer into = execution.body();
        into.clear();
        try (response) {
            if (response.body().contentLength() > maxBytes) {
                throw tooLarge(execution, response);
            }
            try {
                readAll(execution, response, into);
            } catch (IOException brokenOff) {
                if (!isWorthReading(execution, response, into)) {
                    throw brokenOff;
                }
            }
        }
    }

    private void readAll(Execution execution, Response response, Buffer into) throws IOException {
        BufferedSource source = response.body().source();
        while (source.read(into, CHUNK) != -1) {
            if (into.size() > maxBytes) {
                into.clear();
                throw tooLarge(execution, response);
            }
        }
    }

    private static boolean isWorthReading(Execution execution, Response response, Buffer into) {
        return execution.plan().salvaged()
                && response.isSuccessful()
                && !into.exhausted()
                && !execution.call().isCanceled();
    }

    /** The cancel keeps OkHttp from reading on when the body is closed, which it does to save the connection. */
    private ApiIOException tooLarge(Execution execution, Response response) {
        execution.call().cancel();
        RequestPlan plan = execution.plan();
        String problem =
                "The answer is longer than " + maxBytes + " bytes. If it may be, raise the limit with maxBodyBytes(…).";
        Failure failure = new Failure(plan.method(), plan.template(), response.code(), problem, null, null, null, null);
        return new ApiIOException(new MalformedResponseException(execution.told(failure), null));
    }
}
