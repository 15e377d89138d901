package dev.latchkey.fake;

import dev.latchkey.fake.internal.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How an answer travels.
 *
 * @param response what is said
 * @param ending whether the answer is sent at all
 * @param content a body to stream in the place of the response's own, or null
 * @param raw what is written in the place of everything, or null
 * @param interim the status of an answer that comes before, or 0
 * @param dripBytes how many bytes go out at a time, or 0 for all at once
 * @param dripEvery the pause between them
 */
record Wire(
        FakeResponse response,
        Ending ending,
        @Nullable MockResponseBody content,
        @Nullable RawAnswer raw,
        int interim,
        long dripBytes,
        Duration dripEvery) {
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);
    private static final int INTERNAL_ERROR = 2;

    enum Ending {
        ORDERLY,
        CLOSED_WITHIN_ANSWER,
        CLOSED_AFTER_ANSWER,
        CLOSED_WITHOUT_ANSWER,
        RESET,
        SILENT,
        REFUSED_STREAM,
        GONE_AWAY;

        boolean answers() {
            return this == ORDERLY || this == CLOSED_WITHIN_ANSWER || this == CLOSED_AFTER_ANSWER;
        }
    }

    static Wire plain(FakeResponse response) {
        return new Wire(response, Ending.ORDERLY, null, null, 0, 0, Duration.ZERO);
    }

    Wire response(UnaryOperator<FakeResponse> change) {
        return new Wire(change.apply(response), ending, content, raw, interim, dripBytes, dripEvery);
    }

    Wire ending(Ending other) {
        return new Wire(response, other, content, raw, interim, dripBytes, dripEvery);
    }

    Wire content(MockResponseBody other) {
        return new Wire(response, ending, other, raw, interim, dripBytes, dripEvery);
    }

    Wire raw(RawAnswer other) {
        return new Wire(response, ending, content, other, interim, dripBytes, dripEvery);
    }

    Wire interim(int status) {
        return new Wire(response, ending, content, raw, status, dripBytes, dripEvery);
    }

    Wire drip(long bytes, Duration every) {
        return new Wire(response, ending, content, raw, interim, bytes, every);
    }

    /** Ends an HTTP/1.1 connection without a word; on HTTP/2 an answer of nothing but its status. */
    static MockResponse nothing() {
        return new MockResponse.Builder()
                .headers(Headers.EMPTY)
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    MockResponse toMockResponse() {
        int status = response.status();
        MockResponse.Builder builder = new MockResponse.Builder()
                .status("HTTP/1.1 " + status + " " + Reason.of(status))
                .headers(response.headers());
        if (content != null) {
            builder.body(content);
            if (content.getContentLength() == FaultBodies.UNANNOUNCED) {
                builder.removeHeader("Content-Length");
            }
        } else if (!WITHOUT_BODY.contains(status)) {
            builder.body(new okio.Buffer().write(response.bytes()));
        }
        if (dripBytes > 0) {
            builder.throttleBody(dripBytes, dripEvery.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (ending == Ending.CLOSED_WITHIN_ANSWER) {
            builder.onResponseBody(new SocketEffect.CloseStream(INTERNAL_ERROR));
        }
        if (ending != Ending.ORDERLY) {
            builder.onResponseEnd(new SocketEffect.CloseSocket());
        }
        return builder.build();
    }
}
