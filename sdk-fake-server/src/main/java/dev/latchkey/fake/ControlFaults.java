package dev.latchkey.fake;

import dev.latchkey.fake.internal.SeedObject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a fault from JSON: {@code {"fault": "status", "status": 503, "retryAfterSeconds": 1}}. */
final class ControlFaults {
    private static final String KINDS = "status, html, gateway, gatewayText, loginPage, redirectToLogin, echo, reset,"
            + " dropped, silent, refusedStream, goAway, answerLost, truncated, garbage, oversize, gzipBomb, endlessHeader,"
            + " endlessHeaders, endlessChunkLine, endlessGzipField, slowDrip, emptyBody, noContent, resetContent, interim,"
            + " delay";

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
            case "gateway" -> Fault.gateway(json.integer("status", 502));
            case "gatewayText" -> Fault.gatewayText(json.integer("status", 502));
            case "loginPage" -> Fault.loginPage();
            case "redirectToLogin" -> Fault.redirectToLogin();
            case "echo" -> Fault.echo(echo(json), json.integer("status", 400));
            case "silent" -> Fault.silent();
            case "refusedStream" -> Fault.refusedStream();
            case "goAway" -> Fault.goAway();
            case "noContent" -> Fault.noContent();
            case "resetContent" -> Fault.resetContent();
            case "interim" -> Fault.interim(json.integer("status", 103));
            case "endlessHeader" -> Fault.endlessHeader();
            case "endlessHeaders" -> Fault.endlessHeaders();
            case "endlessChunkLine" -> Fault.endlessChunkLine();
            case "endlessGzipField" -> Fault.endlessGzipField();
            default -> throw new IllegalArgumentException("no fault '" + kind + "'; there are " + KINDS);
        };
    }

    private static Echo echo(SeedObject json) {
        String spelling = json.optionalText("spelling");
        try {
            return spelling == null ? Echo.PLAIN : Echo.valueOf(spelling);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an echo's spelling is one of " + List.of(Echo.values()), e);
        }
    }

    private static Fault executed(Fault fault, @Nullable Boolean executed) {
        if (executed == null) {
            return fault;
        }
        return executed ? fault.executed() : fault.notExecuted();
    }
}
