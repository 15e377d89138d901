package dev.latchkey.core.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What comes over the wire. OkHttp believes a server's numbers: of those that make no sense it throws no {@code IOException}. */
final class WireAnswer {
    private static final int UNKNOWN_LENGTH = -1;

    private WireAnswer() {}

    /**
     * Sends the request.
     *
     * @param chain of the last interceptor
     * @return the answer
     * @throws IOException as of a connection that broke, also if the answer is none of HTTP
     */
    static Response of(Interceptor.Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (RuntimeException e) {
            throw noHttp("no answer of HTTP", e);
        }
        if (response.body().contentLength() < UNKNOWN_LENGTH) {
            throw noHttp("an answer shorter than nothing", null);
        }
        return response;
    }

    private static ProtocolException noHttp(String what, @Nullable RuntimeException thrown) {
        ProtocolException exception = new ProtocolException(what);
        if (thrown != null) {
            exception.initCause(Unexpected.withoutText(thrown));
        }
        return exception;
    }
}
