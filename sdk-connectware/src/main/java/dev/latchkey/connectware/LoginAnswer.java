package dev.latchkey.connectware;

import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.vendor.TokenGrant;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One step of a login, as the session needs it.
 *
 * @param result what the server said
 * @param serverTime when it said so, by its own clock
 */
record LoginAnswer(LoginResult result, @Nullable Instant serverTime) {

    /** Reads what it can of an answer that may be broken behind the token. */
    static LoginAnswer read(Answer answer) throws IOException {
        LoginResult result = JsonCodec.salvage(LoginResult.JSON, new Buffer().writeUtf8(answer.text()));
        LoginAnswer read = new LoginAnswer(result, answer.serverTime());
        if (read.hasToken()) {
            read.requireSendable(answer);
            return read;
        }
        if (!Boolean.TRUE.equals(result.needsMfa())) {
            throw malformed(answer, "The answer has no token, and asks for no second factor.");
        }
        if (!read.hasSecret()) {
            throw malformed(answer, "The answer asks for a second factor, and has no secret for it.");
        }
        return read;
    }

    private static MalformedResponseException malformed(Answer answer, String problem) {
        return new MalformedResponseException(answer.failure(problem, null, null), null);
    }

    private void requireSendable(Answer answer) {
        String token = String.valueOf(result.token());
        if (!token.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw malformed(answer, "The answer holds a token that cannot be sent: it is not visible ASCII.");
        }
    }

    /** A token with the demand for a second factor beside it lets nobody in yet. */
    boolean hasToken() {
        return holdsToken() && !Boolean.TRUE.equals(result.needsMfa());
    }

    /** Whether there is a token, whatever the server says beside it. */
    boolean holdsToken() {
        String token = result.token();
        return token != null && !token.isEmpty();
    }

    /** What names this login in its second step. */
    String secret() {
        return Objects.requireNonNull(result.secret(), "checked when it was read");
    }

    private boolean hasSecret() {
        String secret = result.secret();
        return secret != null && !secret.trim().isEmpty();
    }

    /** The token for a session; without an expiry that can be read, it is used until the server refuses it. */
    TokenGrant grant() {
        String token = result.token();
        if (token == null) {
            throw new IllegalStateException("This step of the login brought no token.");
        }
        Tokens tokens = new Tokens(token, null, null);
        Optional<Instant> expiry = result.expiresInstant();
        return expiry.isPresent()
                ? TokenGrant.until(tokens, expiry.get(), serverTime, null)
                : TokenGrant.lasting(tokens, null, null);
    }
}
