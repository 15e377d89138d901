package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;

/**
 * What cannot be done: an answer {@code {code, message}} to a request, an {@link IllegalArgumentException} to a test
 * that asked in Java. The message holds no secret.
 */
final class Problem extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    private Problem(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Problem badRequest(String message) {
        return new Problem(400, "BadRequest", message);
    }

    static Problem unauthorized(String message) {
        return new Problem(401, "Unauthorized", message);
    }

    static Problem notFound(String message) {
        return new Problem(404, "NotFound", message);
    }

    static Problem methodNotAllowed(String message) {
        return new Problem(405, "MethodNotAllowed", message);
    }

    static Problem conflict(String message) {
        return new Problem(409, "Conflict", message);
    }

    /** With a status for which the documentation has no word. */
    static Problem of(int status, String code, String message) {
        return new Problem(status, code, message);
    }

    FakeResponse response() {
        return FakeResponse.json(status, Json.object("code", code, "message", getMessage()));
    }
}
