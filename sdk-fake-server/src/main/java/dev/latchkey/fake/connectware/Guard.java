package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who sent a request: by a token in the header or the query, or by name and password. */
final class Guard {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final Connectware state;

    Guard(Connectware state) {
        this.state = state;
    }

    /**
     * The sender.
     *
     * @throws Problem 401 if it is nobody, or somebody with a token that is unknown, expired or revoked
     */
    Caller caller(FakeRequest request) {
        String header = request.header("Authorization");
        if (header == null) {
            List<String> tokens = request.query("apiToken");
            return byToken(tokens.isEmpty() ? null : tokens.get(tokens.size() - 1));
        }
        if (startsWith(header, BASIC)) {
            return byPassword(header.substring(BASIC.length()));
        }
        // The documentation prints the bare key; the scheme word is what the server really takes.
        return byToken(startsWith(header, BEARER) ? header.substring(BEARER.length()) : header);
    }

    private Caller byToken(@Nullable String text) {
        AccessToken token = text == null ? null : state.tokens.alive(text);
        User user = token == null ? null : state.directory.user(token.userId());
        if (user == null) {
            throw Problem.unauthorized("The request has no valid token");
        }
        return new Caller(user, token);
    }

    private Caller byPassword(String encoded) {
        String[] parts = decode(encoded).split(":", 2);
        User user = state.directory.userNamed(parts[0]);
        if (user == null || parts.length < 2 || !user.acceptsPassword(parts[1]) || user.mfa.isEnrolled()) {
            throw Problem.unauthorized("The request has no valid credentials");
        }
        return new Caller(user, null);
    }

    private static String decode(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded.trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.unauthorized("The request has no valid credentials");
        }
    }

    private static boolean startsWith(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
