package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The four shapes of the server's errors. */
final class Errors {
    private Errors() {}

    /** What most errors look like. The message is null where the server itself has failed. */
    static Refusal of(int status, @Nullable String message) {
        return new Refusal(FakeResponse.json(status, Json.object("error", status, "message", message)));
    }

    /** What the server's framework says of a request that fits no endpoint. */
    static Refusal framework(int status) {
        return of(status, "HTTP " + status + " " + Reason.of(status));
    }

    static Refusal badParameters() {
        return of(400, "Invalid request parameters");
    }

    static Refusal notFound(String what, long id) {
        return of(404, what + " with id = " + id + " not found");
    }

    static Refusal nothingToValidate() {
        return of(400, "Error! Validation failed: Object is null");
    }

    /** What the server's validator says of a member, which it quotes. */
    static Refusal invalid(String member, @Nullable Object value, String what) {
        return new Violations().add(true, member, value, what).refusal();
    }

    /** Where the server fails for want of a body; its own message is none. */
    static Refusal trippedOver() {
        return of(500, null);
    }

    static Refusal notAuthorized() {
        return of(401, "Unauthorized");
    }

    static Refusal accessDenied() {
        return of(403, "Access is denied");
    }

    /** What a refused refresh token gets, by the way of the container's error page. */
    static Refusal errorPage(String path, Instant now) {
        return errorPage(401, path, now);
    }

    static Refusal errorPage(int status, String path, Instant now) {
        return new Refusal(FakeResponse.json(
                status,
                Json.object(
                        "timestamp",
                        Timestamps.write(now),
                        "status",
                        status,
                        "error",
                        Reason.of(status),
                        "path",
                        path)));
    }

    /** What a bearer token that is not good gets, whatever the endpoint. */
    static Refusal badBearer() {
        return new Refusal(FakeResponse.empty(401));
    }

    /** What an {@code Authorization} header that is no bearer token gets, whatever the endpoint. */
    static Refusal badHeader() {
        return new Refusal(FakeResponse.empty(500));
    }
}
