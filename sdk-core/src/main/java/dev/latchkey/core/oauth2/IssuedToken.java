package dev.latchkey.core.oauth2;

import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.RecordAdapter;
import java.io.IOException;
import java.time.Duration;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The token members of a token endpoint's answer, section 5.1 of RFC 6749. They are read before anything else in the answer
 * and on their own: the refresh token that was spent for them cannot be had again.
 *
 * @param accessToken visible ASCII
 * @param tokenType as sent; only bearer tokens are accepted, in any case
 * @param lifetime how long the access token lives, null if the server does not say or says what cannot be
 * @param refreshToken exchanged for the next pair, null if the server sends none
 */
public record IssuedToken(
        String accessToken,
        String tokenType,
        @Nullable Duration lifetime,
        @Nullable String refreshToken) {
    private static final String BEARER = "Bearer";

    private static final RecordAdapter<IssuedToken> JSON = RecordAdapter.of("IssuedToken", r -> {
        var access = r.required("access_token", Json.STRING, IssuedToken::accessToken);
        var type = r.orElse("token_type", Json.STRING, BEARER, IssuedToken::tokenType);
        var expires = r.optional("expires_in", Lifetimes.JSON, IssuedToken::lifetime);
        var refresh = r.optional("refresh_token", Json.STRING, IssuedToken::refreshToken);
        return in -> new IssuedToken(in.get(access), in.get(type), in.get(expires), in.get(refresh));
    });

    /** An empty refresh token is none. */
    public IssuedToken {
        refreshToken = refreshToken == null || refreshToken.isEmpty() ? null : refreshToken;
    }

    /**
     * Reads the token members of an answer, whatever else it holds, and even if it is broken behind them.
     *
     * @param answer of a token endpoint
     * @return the token members
     * @throws dev.latchkey.core.json.JsonDecodingException if it is no token answer; the reader's caller turns it into a
     *     {@link MalformedResponseException}
     * @throws MalformedResponseException if the token cannot be sent or is no bearer token
     * @throws IOException if the answer cannot be read
     */
    public static IssuedToken read(Answer answer) throws IOException {
        IssuedToken issued = JsonCodec.salvage(JSON, new Buffer().writeUtf8(answer.text()));
        if (!issued.tokenType.equalsIgnoreCase(BEARER)) {
            throw malformed(answer, "holds a token of another type than bearer, which cannot be used");
        }
        requireVisibleAscii(answer, "an access token", issued.accessToken);
        if (issued.refreshToken != null) {
            requireVisibleAscii(answer, "a refresh token", issued.refreshToken);
        }
        return issued;
    }

    /**
     * The tokens alone.
     *
     * @return access and refresh token
     */
    public Tokens tokens() {
        return new Tokens(accessToken, refreshToken, null);
    }

    private static void requireVisibleAscii(Answer answer, String what, String token) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw malformed(answer, "holds " + what + " that cannot be sent: it is empty or not visible ASCII");
        }
    }

    private static MalformedResponseException malformed(Answer answer, String problem) {
        return new MalformedResponseException(answer.failure("The answer " + problem + ".", null, null), null);
    }

    /** Type and lifetime; never the tokens. */
    @Override
    public String toString() {
        return "IssuedToken[tokenType=" + tokenType + ", lifetime=" + lifetime + ", accessToken=***"
                + (refreshToken == null ? "]" : ", refreshToken=***]");
    }
}
