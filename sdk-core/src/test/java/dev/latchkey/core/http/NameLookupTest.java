package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.TransportException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** A call ends in time though nothing can stop the resolver. */
class NameLookupTest extends HttpTest {
    private final Hanging hanging = new Hanging();

    /** Never answers, until it is interrupted or let go. */
    private static final class Hanging implements Dns {
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);

        @Override
        public List<InetAddress> lookup(String hostname) throws UnknownHostException {
            threads.add(Thread.currentThread());
            asked.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new UnknownHostException("interrupted");
            }
            return List.of(InetAddress.getLoopbackAddress());
        }
    }

    @Test
    void theCallsLimitHolds() {
        HttpApi http = http(by(hanging));

        assertThatThrownBy(http.get("/x").returningText().timeout(Duration.ofMillis(200))::execute)
                .isExactlyInstanceOf(CallTimeoutException.class);
    }

    @Test
    void aCancelEndsTheWait() throws Exception {
        HttpApi http = http(by(hanging));
        CompletableFuture<String> call = http.get("/x").returningText().executeAsync();
        hanging.asked.await();

        http.close();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .cause()
                .isExactlyInstanceOf(dev.latchkey.core.ClientClosedException.class);
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        HttpApi http = http(by(hanging));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                http.post("/x").returningText().execute();
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        caller.start();
        hanging.asked.await();

        caller.interrupt();

        caller.join(10_000);
        assertThat(thrown.get()).isExactlyInstanceOf(CallInterruptedException.class);
    }

    @Test
    void manyCallsWaitForOneThreadWhichGoesWithTheClient() throws Exception {
        HttpApi http = http(by(hanging));
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(http.get("/x")
                    .returningText()
                    .timeout(Duration.ofMillis(200))
                    .executeAsync());
        }

        for (CompletableFuture<String> each : calls) {
            assertThatThrownBy(() -> each.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CallTimeoutException.class);
        }
        assertThat(hanging.threads)
                .hasSize(1)
                .allSatisfy(thread -> assertThat(thread.isDaemon()).isTrue());
        http.close();
        await().until(() -> hanging.threads.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void whatTheResolverFindsIsUsedByAllWhoWait() throws Exception {
        HttpApi http = http(by(hanging));
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answer(200, "a");
            calls.add(http.get("/x").returningText().executeAsync());
        }
        hanging.asked.await();

        hanging.go.countDown();

        for (CompletableFuture<String> each : calls) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo("a");
        }
    }

    @Test
    void aNameThatIsNotKnownIsSaidSo() {
        HttpApi http = http(by(name -> {
            throw new UnknownHostException(name);
        }));

        assertThatThrownBy(http.get("/x").returningText()::execute)
                .isExactlyInstanceOf(TransportException.class)
                .hasMessageContaining("name could not be resolved")
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void aResolverThatThrowsWhatItMustNotFailsTheCall() {
        HttpApi http = http(by(name -> {
            throw new IllegalStateException("quoted");
        }));

        assertThatThrownBy(http.get("/x").returningText()::execute).isExactlyInstanceOf(TransportException.class);
    }

    @Test
    void aResolverThatDoesNotBlockIsAskedAsItWantsToBe() {
        answer(200, "a");
        HttpApi http = http(by(new NotBlocking()));

        assertThat(http.get("/x").returningText().execute()).isEqualTo("a");
    }

    @Test
    void aThousandClientsOfOneOkHttpClientShareItsConnections() {
        OkHttpClient shared = new OkHttpClient();
        for (int i = 0; i < 1000; i++) {
            answer(200, "a");
            try (HttpApi http = http(builder().baseUrl(named()).okHttpClient(shared))) {
                http.get("/x").returningText().execute();
            }
        }

        assertThat(shared.connectionPool().connectionCount()).isEqualTo(1);
        shared.connectionPool().evictAll();
    }

    private TestClientBuilder by(Dns dns) {
        return builder()
                .baseUrl(named())
                .okHttpClient(new OkHttpClient.Builder().dns(dns).build());
    }

    private String named() {
        return server.url("/").newBuilder().host("localhost").build().toString();
    }

    private static final class NotBlocking implements Dns {
        @Override
        public List<InetAddress> lookup(String hostname) {
            throw new AssertionError("asked as if it blocked");
        }

        @Override
        public Call newCall(Request request) {
            return new Call() {
                @Override
                public Request getRequest() {
                    return request;
                }

                @Override
                public void enqueue(Callback callback) {
                    callback.onRecords(this, false, List.of());
                    callback.onRecords(
                            this,
                            true,
                            List.of(new Record.IpAddress(request.hostname(), InetAddress.getLoopbackAddress())));
                }

                @Override
                public void cancel() {}

                @Override
                public boolean isCanceled() {
                    return false;
                }
            };
        }
    }
}
