package dev.latchkey.webitel;

import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.RecordAdapter;
import dev.latchkey.core.vendor.TokenGrant;
import java.io.IOException;
import java.time.Instant;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What the server issues at a login: a token and a key, which only together let a call in.
 *
 * @param token goes with each call as {@code X-Access-Token}, a secret
 * @param key goes with each call as {@code X-Key}, a secret
 * @param expires when the pair ends, by the server's clock, 100 days later as a rule; null if the server does not say
 * @param profile who has logged in
 */
public record LoginAnswer(
        String token, String key, @Nullable Instant expires, UserProfile profile) {

    /** The members without which there is no session, read on their own: the others must not cost them. */
    private record Pair(String token, String key, @Nullable Instant expires) {
        static final RecordAdapter<Pair> JSON = RecordAdapter.of("LoginAnswer", r -> {
            var token = r.required("token", Json.STRING, Pair::token);
            var key = r.required("key", Json.STRING, Pair::key);
            var expires = r.optional("expires", Json.lenient(Json.EPOCH_MILLIS), Pair::expires);
            return in -> new Pair(in.get(token), in.get(key), in.get(expires));
        });

        @Override
        public String toString() {
            return "Pair[expires=" + expires + "]";
        }
    }

    static LoginAnswer read(Answer answer) throws IOException {
        String text = answer.text();
        Pair pair = JsonCodec.salvage(Pair.JSON, new Buffer().writeUtf8(text));
        requireVisibleAscii(answer, "token", pair.token());
        requireVisibleAscii(answer, "key", pair.key());
        return new LoginAnswer(pair.token(), pair.key(), pair.expires(), UserProfile.salvage(text));
    }

    /** For the session. The server's clock is that of the same answer. */
    static TokenGrant grant(Answer answer) throws IOException {
        LoginAnswer login = read(answer);
        Tokens tokens = new Tokens(login.token, null, login.key);
        String profile = login.profile.toJson();
        return login.expires == null
                ? TokenGrant.lasting(tokens, null, profile)
                : TokenGrant.until(tokens, login.expires, answer.serverTime(), profile);
    }

    private static void requireVisibleAscii(Answer answer, String what, String secret) {
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new MalformedResponseException(
                    answer.failure(
                            "The answer holds a " + what + " that cannot be sent: it is empty or not visible ASCII.",
                            null,
                            null),
                    null);
        }
    }

    /** Everything but the token and the key. */
    @Override
    public String toString() {
        return "LoginAnswer[token=***, key=***, expires=" + expires + ", profile=" + profile + "]";
    }
}
