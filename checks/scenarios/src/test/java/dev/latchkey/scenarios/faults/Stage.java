package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.scenarios.Subject;
import dev.latchkey.scenarios.Subjects;
import dev.latchkey.scenarios.TestClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** A fake and a client of it that is watched: what it says, and what it leaves behind when it is closed. */
final class Stage implements AutoCloseable {
    /** Reads the machine's certificates once. */
    private static final OkHttpClient ORIGIN = new OkHttpClient();

    /** For a machine that is busy with everything else. */
    private static final Duration SLACK = Duration.ofSeconds(20);

    private static final RetryPolicy FAST = RetryPolicy.defaults()
            .withMaxAttempts(Cell.ATTEMPTS)
            .withInitialDelay(Duration.ofMillis(1))
            .withMaxDelay(Duration.ofMillis(2));

    private final Subject subject;
    private final Wiretap wiretap = new Wiretap();
    private final ConnectionPool pool = new ConnectionPool();
    private final TestClient client;

    private Stage(
            Subject subject,
            UnaryOperator<OkHttpClient.Builder> network,
            Function<FakeServer, String> url,
            Consumer<ClientBuilder<?>> options) {
        this.subject = subject;
        OkHttpClient watched = network.apply(
                        ORIGIN.newBuilder().connectionPool(pool).eventListener(wiretap))
                .build();
        this.client = subject.client(builder -> {
            builder.baseUrl(url.apply(subject.fake()))
                    .okHttpClient(watched)
                    .retries(FAST)
                    .waitForToken(Duration.ZERO)
                    .maxBodyBytes(FaultCases.MOST_BYTES);
            options.accept(builder);
        });
    }

    /** On the loopback address as it is. */
    static Stage of(String vendor) {
        return of(vendor, Line.HTTP, options -> {});
    }

    static Stage of(String vendor, Line line, Consumer<ClientBuilder<?>> options) {
        Subject subject = subject(vendor);
        return new Stage(subject, client -> line.laidTo(subject.fake(), client), FakeServer::baseUrl, options);
    }

    /** With another way to the fake, or to somebody else in its place. */
    static Stage of(
            String vendor,
            UnaryOperator<OkHttpClient.Builder> network,
            Function<FakeServer, String> url,
            Consumer<ClientBuilder<?>> options) {
        return new Stage(subject(vendor), network, url, options);
    }

    /** So much time for each call, and for each token request. */
    static Consumer<ClientBuilder<?>> limited(Duration timeout) {
        return options -> options.timeout(timeout).tokenTimeout(timeout);
    }

    private static Subject subject(String vendor) {
        return Subjects.byVendor().entrySet().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals(vendor))
                .map(Map.Entry::getValue)
                .map(Supplier::get)
                .findFirst()
                .orElseThrow();
    }

    Subject subject() {
        return subject;
    }

    TestClient client() {
        return client;
    }

    ConnectionPool pool() {
        return pool;
    }

    /** Carries out what has to end in time, in a value or in an {@link ApiException} without a secret in it. */
    Outcome perform(Runnable action, Duration limit, List<String> secrets) {
        long start = System.nanoTime();
        ApiException failure = null;
        try {
            action.run();
        } catch (ApiException e) {
            failure = e;
            Leaks.requireNone(e, secrets, wiretap.tokens());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).as("time").isLessThan(limit.plus(SLACK));
        return new Outcome(failure);
    }

    /** Whatever has happened, the next call succeeds. */
    void requireRecovery() {
        subject.fake().faults().clear();
        client.read().execute();
    }

    @Override
    public void close() {
        try {
            closeClient();
        } finally {
            subject.close();
        }
        Leftovers.requireNoThreads();
    }

    private void closeClient() {
        client.close();
        Leftovers.requireThat(wiretap::isSilent, () -> "OkHttp has not ended: " + wiretap);
        Leftovers.requireThat(
                () -> pool.connectionCount() == pool.idleConnectionCount(),
                () -> pool.connectionCount() - pool.idleConnectionCount() + " connections are not given back");
        pool.evictAll();
        assertThat(pool.connectionCount()).as("connections").isZero();
    }
}
