package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.Hold;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.EventListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the wire, plain and over TLS. */
class WireTest {
    private static final int CALLBACKS = 64;

    @ParameterizedTest
    @EnumSource
    @Tag("reliability") // The fault matrix has a sample of it.
    void whatDoesNotEndIsAnApiException(Link link) {
        try (Subject subject = new ControlByWebSubject();
                TestClient client = subject.client(link.laidTo(subject))) {
            client.read().execute();
            for (Fault fault : List.of(
                    Fault.endlessHeader(),
                    Fault.endlessHeaders(),
                    Fault.endlessChunkLine(),
                    Fault.endlessGzipField(),
                    Fault.gzipBomb(1L << 32))) {
                Subject.Endpoint read = subject.protectedEndpoint();
                subject.fake().faults().on(read.method(), read.path()).always(fault);
                assertThatThrownBy(() -> client.read().execute())
                        .as("%s", fault)
                        .isInstanceOf(ApiException.class);
                subject.fake().faults().clear();
                client.read().execute();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverEndsAFutureEndsItsCall(Link link) throws Exception {
        List<Consumer<CompletableFuture<?>>> endings = List.of(
                future -> future.cancel(true),
                future -> future.completeExceptionally(new IllegalStateException("no longer wanted")),
                future -> future.orTimeout(1, TimeUnit.MILLISECONDS),
                future -> future.completeOnTimeout(null, 1, TimeUnit.MILLISECONDS));
        AtomicInteger canceled = new AtomicInteger();
        EventListener counting = new EventListener() {
            @Override
            public void canceled(Call call) {
                canceled.incrementAndGet();
            }
        };
        try (Subject subject = new ControlByWebSubject()) {
            var http = link.http(subject).eventListener(counting).build();
            try (TestClient client = subject.client(options -> options.okHttpClient(http))) {
                client.read().execute();
                Subject.Endpoint read = subject.protectedEndpoint();
                for (int i = 0; i < endings.size(); i++) {
                    try (Hold hold = subject.fake().hold(read.method(), read.path())) {
                        CompletableFuture<?> future = client.read().executeAsync();
                        hold.awaitArrived(1, Duration.ofSeconds(10));
                        endings.get(i).accept(future);
                        int sofar = i + 1;
                        await().untilAsserted(() -> assertThat(canceled).hasValue(sofar));
                    }
                }
                client.read().execute();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void callbacksThatEachWaitForAnotherCallGetThrough(Link link) throws Exception {
        try (Subject subject = new ControlByWebSubject();
                TestClient client = subject.client(link.laidTo(subject))) {
            CompletableFuture<?>[] all = Stream.generate(() -> client.read()
                            .executeAsync()
                            .thenApply(first -> client.read().executeAsync().join()))
                    .limit(CALLBACKS)
                    .toArray(CompletableFuture<?>[]::new);
            try {
                CompletableFuture.allOf(all).get(30, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                throw new AssertionError("callbacks keep the calls from running that they wait for", e);
            }
        }
    }
}
