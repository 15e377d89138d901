package dev.latchkey.fake;

import dev.latchkey.fake.internal.SeedObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads a fault from JSON: {@code {"fault": "status", "status": 503, "retryAfterSeconds": 1}}. */
final class ControlFaults {
    private ControlFaults() {}

    static Fault read(SeedObject json) {
        Fault fault = kind(json);
        Integer retryAfter = json.optionalInteger("retryAfterSeconds");
        if (retryAfter != null) {
            fault = fault.retryAfter(retryAfter);
        }
        String body = json.optionalText("body");
        if (body != null) {
            String contentType = json.optionalText("contentType");
            fault = fault.body(contentType == null ? "application/json" : contentType, body);
        }
        Duration delay = json.seconds("delaySeconds", null);
        if (delay != null) {
            fault = fault.delayed(delay);
        }
        return executed(fault, json.optionalBool("executed"));
    }

    private static Fault kind(SeedObject json) {
        String kind = json.text("fault");
        return switch (kind) {
            case "status" -> Fault.status(json.integer("status", 503));
            case "html" -> Fault.html(json.integer("status", 200));
            case "reset" -> Fault.reset();
            case "dropped" -> Fault.dropped();
            case "answerLost" -> Fault.answerLost();
            case "truncated" -> Fault.truncated();
            case "garbage" -> Fault.garbage();
            case "oversize" -> Fault.oversize(json.integer("bytes", 20 << 20));
            case "gzipBomb" -> Fault.gzipBomb(json.integer("bytes", 200 << 20));
            case "slowDrip" -> Fault.slowDrip(json.integer("bytes", 1), Duration.ofMillis(100));
            case "emptyBody" -> Fault.emptyBody();
            case "delay" -> Fault.delay(Duration.ZERO);
            default ->
                throw new IllegalArgumentException("no fault '" + kind + "'; there are status, html, reset, "
                        + "dropped, answerLost, truncated, garbage, oversize, gzipBomb, slowDrip, emptyBody, delay");
        };
    }

    private static Fault executed(Fault fault, @Nullable Boolean executed) {
        if (executed == null) {
            return fault;
        }
        return executed ? fault.executed() : fault.notExecuted();
    }
}
