package dev.latchkey.reliability.keycloak;

import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/** Counts the requests for tokens that a client sends, whatever becomes of them. */
final class TokenRequests {
    private final AtomicInteger count = new AtomicInteger();

    OkHttpClient counting() {
        EventListener listener = new EventListener() {
            @Override
            public void callStart(Call call) {
                if (call.request().url().encodedPath().endsWith("/token")) {
                    count.incrementAndGet();
                }
            }
        };
        return new OkHttpClient.Builder().eventListener(listener).build();
    }

    int forTokens() {
        return count.get();
    }
}
