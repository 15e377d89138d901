package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Counts requests in windows of a minute that start with the first one. To be used with the state to oneself. */
final class Throttle {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Window> windows = new HashMap<>();

    Throttle(InstantSource clock) {
        this.clock = clock;
    }

    void clear() {
        windows.clear();
    }

    /** Answers within the limit, which 0 switches off; the answer tells the limit and what is left. */
    FakeResponse limited(String key, int limit, FakeRequest request, Supplier<FakeResponse> answer) {
        if (limit <= 0) {
            return answer.get();
        }
        Instant now = clock.instant();
        Window window = windows.computeIfAbsent(key, any -> new Window(now.plus(WINDOW)));
        if (!now.isBefore(window.ends)) {
            window.ends = now.plus(WINDOW);
            window.requests = 0;
        }
        if (window.requests >= limit) {
            long seconds = Math.max(1, Duration.between(now, window.ends).toSeconds());
            FakeResponse refused =
                    FrameworkErrors.tooManyAttempts(request, seconds).response();
            return told(refused, limit, 0)
                    .header(
                            "X-RateLimit-Reset",
                            Long.toString(now.plusSeconds(seconds).getEpochSecond()));
        }
        window.requests++;
        return told(answerOrRefusal(answer), limit, limit - window.requests);
    }

    private static FakeResponse answerOrRefusal(Supplier<FakeResponse> answer) {
        try {
            return answer.get();
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    private static FakeResponse told(FakeResponse response, int limit, int remaining) {
        return response.header("X-RateLimit-Limit", Integer.toString(limit))
                .header("X-RateLimit-Remaining", Integer.toString(remaining));
    }

    private static final class Window {
        private Instant ends;
        private int requests;

        Window(Instant ends) {
            this.ends = ends;
        }
    }
}
