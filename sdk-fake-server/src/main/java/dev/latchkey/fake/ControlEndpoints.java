package dev.latchkey.fake;

import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.SeedObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** What tests in other languages do to a standalone fake. Control requests are not in the journal and meet no fault. */
final class ControlEndpoints {
    static final String PATH = "/__fake/";
    private static final FakeResponse DONE = FakeResponse.json(200, Json.object("message", "done"));

    private final FakeServer fake;
    private final ControlGuard guard;

    ControlEndpoints(FakeServer fake, ControlGuard guard) {
        this.fake = fake;
        this.guard = guard;
    }

    FakeResponse handle(FakeRequest request) throws InterruptedException {
        FakeResponse refusal = guard.refusal(request);
        return refusal == null ? act(request) : refusal;
    }

    private FakeResponse act(FakeRequest request) throws InterruptedException {
        String action = request.rawPath().substring(PATH.length());
        try {
            FakeResponse own = fake.control(action, request);
            return own != null ? own : common(request.method() + " " + action, request);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return FakeResponse.json(400, Json.object("message", String.valueOf(e.getMessage())));
        }
    }

    private FakeResponse common(String action, FakeRequest request) throws InterruptedException {
        switch (action) {
            case "GET clock" -> {
                return FakeResponse.json(
                        200, Json.object("instant", fake.clock().instant()));
            }
            case "POST clock/advance" -> fake.clock().advance(seconds(body(request), "seconds"));
            case "POST clock/set" -> fake.clock().set(instant(body(request)));
            case "POST clock/freeze" -> fake.clock().freeze();
            case "POST clock/resume" -> fake.clock().resume();
            case "POST faults" -> addFault(body(request));
            case "DELETE faults" -> fake.faults().clear();
            case "GET journal" -> {
                return FakeResponse.json(200, journal());
            }
            case "DELETE journal" -> fake.journal().clear();
            case "GET connections" -> {
                return FakeResponse.json(
                        200, Json.object("open", fake.openConnections(), "accepted", fake.acceptedConnections()));
            }
            case "POST connections/close-idle" -> {
                return FakeResponse.json(200, Json.object("closed", fake.closeIdleConnections()));
            }
            case "POST connections/close-idle-after" ->
                fake.closeIdleConnectionsAfter(seconds(body(request), "seconds"));
            case "POST reset" -> fake.reset();
            default -> {
                return FakeResponse.json(404, Json.object("message", "no control endpoint " + action));
            }
        }
        return DONE;
    }

    private void addFault(SeedObject body) {
        String method = body.optionalText("method");
        String path = body.optionalText("path");
        int times = body.integer("times", 1);
        Fault fault = ControlFaults.read(body);
        body.refuseOthers();
        Faults faults =
                method == null || path == null ? fake.faults() : fake.faults().on(method, path);
        if (times == 0) {
            faults.always(fault);
        } else {
            faults.next(times, fault);
        }
    }

    private List<Object> journal() {
        List<Object> entries = new ArrayList<>();
        for (JournalEntry entry : fake.journal().requests()) {
            entries.add(Json.object(
                    "number", entry.number(),
                    "at", entry.at(),
                    "method", entry.method(),
                    "path", entry.path(),
                    "target", entry.target(),
                    "headers", entry.headers(),
                    "body", entry.body(),
                    "fingerprints", entry.fingerprints(),
                    "status", entry.status(),
                    "executed", entry.executed(),
                    "fault", entry.fault(),
                    "finished", entry.isFinished()));
        }
        return entries;
    }

    private static SeedObject body(FakeRequest request) {
        return SeedObject.parse("the request's body", request.body());
    }

    private static Duration seconds(SeedObject body, String name) {
        Duration duration = body.seconds(name, null);
        body.refuseOthers();
        if (duration == null) {
            throw new IllegalArgumentException("the request's body needs " + name + ", a number");
        }
        return duration;
    }

    private static Instant instant(SeedObject body) {
        String text = body.text("instant");
        body.refuseOthers();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("instant has to look like 2026-11-22T05:00:00Z", e);
        }
    }
}
