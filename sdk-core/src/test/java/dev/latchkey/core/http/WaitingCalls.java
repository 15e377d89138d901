package dev.latchkey.core.http;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.Tokens;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;

/** Calls that wait inside: for a backoff that the server asked for, or for a renewal. */
abstract class WaitingCalls extends HttpTest {
    final AtomicReference<Thread> thread = new AtomicReference<>();
    final AtomicReference<Call> httpCall = new AtomicReference<>();
    private volatile CountDownLatch renewing = new CountDownLatch(1);

    enum Wait {
        BACKOFF,
        RENEWAL
    }

    @BeforeEach
    void letARenewalWait() {
        vendor.issue = n -> {
            if (n > 1) {
                awaitQuietly(renewing);
            }
            return new Tokens(TestVendor.token(n), TestVendor.LEAK + "-refresh-" + n, null);
        };
    }

    /** A call of a new client, which will wait on its first execution. */
    ApiCall<String> waiting(Wait wait) {
        answer(
                wait == Wait.BACKOFF
                        ? new MockResponse.Builder().code(503).addHeader("Retry-After", "20")
                        : new MockResponse.Builder().code(401));
        OkHttpClient users = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    httpCall.set(chain.call());
                    thread.set(Thread.currentThread());
                    return chain.proceed(chain.request());
                })
                .build();
        return http(builder().okHttpClient(users)).get("/x").returningText();
    }

    /** Lets the renewal go on. */
    void endRenewal() {
        renewing.countDown();
    }

    /** Lets the renewal go on, closes the client, and makes ready for another one. */
    void startOver() {
        endRenewal();
        current().close();
        renewing = new CountDownLatch(1);
        thread.set(null);
        letARenewalWait();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
