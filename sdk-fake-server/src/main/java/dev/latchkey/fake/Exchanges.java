package dev.latchkey.fake;

import dev.latchkey.fake.internal.Connection;
import dev.latchkey.fake.internal.Connections;
import dev.latchkey.fake.internal.Endpoint;
import dev.latchkey.fake.internal.HttpDate;
import dev.latchkey.fake.internal.Router;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Takes each request its way: journal, hold, latency, fault, handler, hold, answer. */
final class Exchanges extends Dispatcher {
    private static final MockResponse UNREMARKABLE = new MockResponse.Builder().build();

    private final FakeServer fake;
    private final MockWebServer server;
    private final Connections connections;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Exchanges(FakeServer fake, MockWebServer server, Connections connections) {
        this.fake = fake;
        this.server = server;
        this.connections = connections;
    }

    /** Ends all delays. */
    void stop() {
        stopped.countDown();
    }

    @Override
    public MockResponse peek() {
        return UNREMARKABLE;
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        // The server keeps every request, tokens and all, until somebody takes it.
        server.takeRequest(0, TimeUnit.NANOSECONDS);
        FakeRequest request = FakeRequest.of(recorded);
        Connection connection = connections.get(recorded.getConnectionIndex());
        connection.deals(request.stream());
        try {
            ControlEndpoints control = fake.controlOf(request);
            Wire wire = control == null ? journaled(request) : Wire.plain(control.handle(request));
            return new Delivery(finish(wire, recorded), connection, request).begin();
        } finally {
            connection.answers(request.stream());
        }
    }

    private Wire journaled(FakeRequest request) throws InterruptedException {
        Journal journal = fake.journal();
        Router.Match<FakeHandler> match = fake.match(request);
        Endpoint endpoint = match == null ? null : match.endpoint();
        long start = System.nanoTime();
        JournalEntry entry = Entries.arrived(journal.nextNumber(), fake.clock().instant(), request, match);
        journal.arrived(entry, endpoint);
        Outcome outcome = null;
        try {
            outcome = outcome(request, match, endpoint);
            return outcome.wire();
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            journal.finished(
                    outcome == null ? entry.finished(null, false, null, took) : outcome.on(entry, took), endpoint);
        }
    }

    private Outcome outcome(FakeRequest request, Router.@Nullable Match<FakeHandler> match, @Nullable Endpoint endpoint)
            throws InterruptedException {
        fake.holds().pass(endpoint);
        pause(fake.latency(endpoint));
        Fault fault = fake.faults().take(endpoint);
        try {
            return fault == null ? executed(request, match, endpoint) : under(fault, request, match, endpoint);
        } catch (NoAnswer none) {
            return new Outcome(apply(none.fault(), request, FakeResponse.empty(200)), true, none.fault());
        }
    }

    private Outcome executed(
            FakeRequest request, Router.@Nullable Match<FakeHandler> match, @Nullable Endpoint endpoint)
            throws InterruptedException {
        FakeResponse answer = fake.execute(request, match);
        fake.answerHolds().pass(endpoint);
        return new Outcome(Wire.plain(answer), true, null);
    }

    private Outcome under(
            Fault fault, FakeRequest request, Router.@Nullable Match<FakeHandler> match, @Nullable Endpoint endpoint)
            throws InterruptedException {
        pause(fault.delayBefore());
        FakeResponse answer = fault.executes() ? fake.execute(request, match) : FakeResponse.empty(200);
        Wire wire = apply(fault, request, answer);
        fake.answerHolds().pass(endpoint);
        pause(fault.delayAfter());
        return new Outcome(wire, fault.executes(), fault);
    }

    private static Wire apply(Fault fault, FakeRequest request, FakeResponse answer) {
        try {
            return fault.apply(request, answer);
        } catch (RuntimeException e) {
            return Wire.plain(FakeResponse.text(500, "The fault '" + fault.name() + "' failed: " + e.getClass()));
        }
    }

    /** Waits, or goes on at once while the fake is being closed. */
    private void pause(Duration duration) throws InterruptedException {
        if (!duration.isZero()) {
            boolean unused = stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private Wire finish(Wire wire, RecordedRequest recorded) {
        Wire dated = wire.response().header("Date") != null
                ? wire
                : wire.response(
                        answer -> answer.header("Date", HttpDate.of(fake.clock().instant())));
        String connection = recorded.getHeaders().get("Connection");
        boolean last =
                "close".equalsIgnoreCase(connection) || recorded.getVersion().equals("HTTP/1.0");
        if (!last || dated.ending() != Wire.Ending.ORDERLY) {
            return dated;
        }
        return dated.response(answer -> answer.header("Connection", "close")).ending(Wire.Ending.CLOSED_AFTER_ANSWER);
    }

    private record Outcome(
            Wire wire, boolean executed, @Nullable Fault fault) {
        JournalEntry on(JournalEntry entry, Duration took) {
            Integer status = wire.ending().answers() ? (Integer) wire.response().status() : null;
            return entry.finished(status, executed, fault == null ? null : fault.name(), took);
        }
    }
}
