package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.fake.FakeClock;
import java.time.Duration;
import java.util.function.Consumer;

/** A client on clocks of its own. */
final class Device implements AutoCloseable {
    /** Steps that no stale time slips through. */
    static final int STEPS_A_LIFETIME = 24;

    private static final int CALLS = 50;

    private final DeviceTime time;
    private final FakeClock truth;
    private final TestClient client;

    Device(Subject subject, Duration wallAhead, Consumer<ClientBuilder<?>> options) {
        this.truth = subject.fake().clock();
        this.time = new DeviceTime(truth);
        time.setWallBy(wallAhead);
        this.client = subject.client(builder -> options.accept(builder.timeSource(time)));
    }

    Device(Subject subject, Duration wallAhead) {
        this(subject, wallAhead, options -> {});
    }

    DeviceTime time() {
        return time;
    }

    TestClient client() {
        return client;
    }

    void call() {
        client.read().execute();
    }

    /** Calls again and again while tokens of this life come and go. */
    void liveThrough(int lifetimes, Duration lifetime) {
        for (int step = 0; step < lifetimes * STEPS_A_LIFETIME; step++) {
            call();
            truth.advance(lifetime.dividedBy(STEPS_A_LIFETIME));
        }
    }

    /** Whatever is on its way, a new token is here afterwards. */
    void renew() {
        client.session().renew().execute();
    }

    /** Fifty calls ask for no token and are not refused. */
    void assertCalm(Traffic traffic) {
        int tokens = traffic.tokenRequests();
        int refusals = traffic.refusals();
        for (int n = 0; n < CALLS; n++) {
            call();
        }
        assertThat(traffic.tokenRequests() - tokens).as("token requests").isZero();
        assertThat(traffic.refusals() - refusals).as("refusals").isZero();
    }

    @Override
    public void close() {
        client.close();
    }
}
