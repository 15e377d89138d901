package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import dev.latchkey.fake.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The errors of the token endpoint. They are JSON whatever the request accepts. */
final class OAuthErrors {
    private static final String BAD_GRANT =
            "The provided authorization grant (e.g., authorization code, resource owner "
                    + "credentials) or refresh token is invalid, expired, revoked, does not match the redirection URI used in "
                    + "the authorization request, or was issued to another client.";
    private static final String BAD_REQUEST = "The request is missing a required parameter, includes an invalid "
            + "parameter value, includes a parameter more than once, or is otherwise malformed.";

    private OAuthErrors() {}

    static Refusal wrongCredentials() {
        return refusal(400, "invalid_grant", BAD_GRANT, "");
    }

    static Refusal missingParameter(String name) {
        return refusal(400, "invalid_request", BAD_REQUEST, "Check the `" + name + "` parameter");
    }

    static Refusal unsupportedGrantType() {
        return refusal(
                400,
                "unsupported_grant_type",
                "The authorization grant type is not supported by the authorization server.",
                "Check that all required parameters have been provided");
    }

    /** Newer servers answer another status and error, and leave out the message. */
    static Refusal refusedRefreshToken(String hint, boolean newerServer) {
        String description = "The refresh token is invalid.";
        return newerServer
                ? new Refusal(FakeResponse.json(
                        400, Json.object("error", "invalid_grant", "error_description", description, "hint", hint)))
                : refusal(401, "invalid_request", description, hint);
    }

    private static Refusal refusal(int status, String error, String description, String hint) {
        Map<String, @Nullable Object> body =
                Json.object("error", error, "error_description", description, "hint", hint, "message", description);
        return new Refusal(FakeResponse.json(status, body));
    }
}
