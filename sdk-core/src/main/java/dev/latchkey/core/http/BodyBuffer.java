package dev.latchkey.core.http;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.internal.net.ReadAllowance;
import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers: those of success whole, up to a limit that counts what comes out of the decompression, of others the start.
 * What they say fits there, and their status counts more than the rest.
 */
final class BodyBuffer {
    private static final long CHUNK = 8192;
    private static final long MOST_OF_AN_ERROR = 256 * 1024;

    private final long maxBytes;

    BodyBuffer(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Reads the body and closes the answer. What is left, OkHttp reads for 100 ms at most, to save the connection. */
    Response read(Execution execution, Response response) throws IOException {
        Buffer into = execution.body();
        into.clear();
        if (!response.isSuccessful()) {
            return readStart(response, into);
        }
        readWhole(execution, response, into);
        return response;
    }

    /**
     * Closes an answer, unless its connection broke over what it is packed in: OkHttp is done with it then, and a close would
     * search megabytes of a size line again, byte by byte from the start.
     */
    static void close(Response response, @Nullable IOException failure) {
        if (failure == null || !ReadAllowance.isExceeded(failure)) {
            response.close();
        }
    }

    private void readWhole(Execution execution, Response response, Buffer into) throws IOException {
        if (response.body().contentLength() > maxBytes) {
            response.close();
            throw TooLarge.answer(execution, response.code(), maxBytes);
        }
        BufferedSource source = response.body().source();
        IOException failure = null;
        try {
            while (source.read(into, CHUNK) != -1) {
                if (into.size() > maxBytes) {
                    throw TooLarge.answer(execution, response.code(), maxBytes);
                }
            }
        } catch (ApiIOException tooLarge) {
            into.clear();
            throw tooLarge;
        } catch (IOException brokenOff) {
            failure = brokenOff;
            if (ReadAllowance.isExceeded(brokenOff)) {
                throw TooLarge.packing(execution, response.code(), maxBytes);
            }
            if (!isWorthReading(execution, into)) {
                throw brokenOff;
            }
        } finally {
            close(response, failure);
        }
    }

    private Response readStart(Response response, Buffer into) throws IOException {
        long limit = Math.min(maxBytes, MOST_OF_AN_ERROR);
        BufferedSource source = response.body().source();
        IOException failure = null;
        try {
            while (into.size() < limit && source.read(into, Math.min(CHUNK, limit - into.size())) != -1) {
                // Until the end or the limit.
            }
        } catch (ApiIOException tooLarge) {
            failure = tooLarge;
        } catch (IOException e) {
            failure = e;
            if (!ReadAllowance.isExceeded(e)) {
                throw e;
            }
        } finally {
            close(response, failure);
        }
        return failure == null
                ? response
                : response.newBuilder().body(ResponseBody.EMPTY).build();
    }

    private static boolean isWorthReading(Execution execution, Buffer into) {
        return execution.plan().salvaged()
                && !into.exhausted()
                && !execution.call().isCanceled();
    }
}
