package dev.latchkey.fake;

import dev.latchkey.fake.internal.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/**
 * How an answer travels.
 *
 * @param response what is said
 * @param ending whether the answer is sent at all
 * @param content a body to stream in the place of the response's own, or null
 * @param dripBytes how many bytes go out at a time, or 0 for all at once
 * @param dripEvery the pause between them
 */
record Wire(
        FakeResponse response, Ending ending, @Nullable MockResponseBody content, long dripBytes, Duration dripEvery) {
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    enum Ending {
        ORDERLY,
        CLOSED_AFTER_ANSWER,
        CLOSED_WITHOUT_ANSWER,
        RESET
    }

    static Wire plain(FakeResponse response) {
        return new Wire(response, Ending.ORDERLY, null, 0, Duration.ZERO);
    }

    Wire response(UnaryOperator<FakeResponse> change) {
        return new Wire(change.apply(response), ending, content, dripBytes, dripEvery);
    }

    Wire ending(Ending other) {
        return new Wire(response, other, content, dripBytes, dripEvery);
    }

    Wire content(MockResponseBody other) {
        return new Wire(response, ending, other, dripBytes, dripEvery);
    }

    Wire drip(long bytes, Duration every) {
        return new Wire(response, ending, content, bytes, every);
    }

    MockResponse toMockResponse() {
        int status = response.status();
        MockResponse.Builder builder =
                new MockResponse.Builder().status("HTTP/1.1 " + status + " " + Reason.of(status));
        if (ending == Ending.CLOSED_WITHOUT_ANSWER || ending == Ending.RESET) {
            return builder.onResponseStart(new SocketEffect.CloseSocket()).build();
        }
        builder.headers(response.headers());
        if (content != null) {
            builder.body(content);
        } else if (!WITHOUT_BODY.contains(status)) {
            builder.body(new okio.Buffer().write(response.bytes()));
        }
        if (dripBytes > 0) {
            builder.throttleBody(dripBytes, dripEvery.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (ending == Ending.CLOSED_AFTER_ANSWER) {
            builder.onResponseEnd(new SocketEffect.CloseSocket());
        }
        return builder.build();
    }
}
