package dev.latchkey.controlbyweb;

import dev.latchkey.core.http.Answer;
import dev.latchkey.core.oauth2.IssuedToken;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the server issues at a login or a refresh.
 *
 * @param tokenType {@code Bearer}
 * @param expiresIn how long the access token lives from now on, 24 hours as a rule; null if the server does not say
 * @param accessToken goes with each call, a secret
 * @param refreshToken is exchanged for the next pair, once; a secret; null if the server sends none
 * @param profile who has logged in; null if the server does not say, as after a refresh
 */
public record TokenAnswer(
        String tokenType,
        @Nullable Duration expiresIn,
        String accessToken,
        @Nullable String refreshToken,
        @Nullable UserProfile profile) {

    static TokenAnswer read(Answer answer) throws IOException {
        IssuedToken issued = IssuedToken.read(answer);
        return new TokenAnswer(
                issued.tokenType(),
                issued.lifetime(),
                issued.accessToken(),
                issued.refreshToken(),
                UserProfile.salvage(answer.text()));
    }

    /** Everything but the tokens. */
    @Override
    public String toString() {
        return "TokenAnswer[tokenType=" + tokenType + ", expiresIn=" + expiresIn + ", accessToken=***"
                + (refreshToken == null ? "" : ", refreshToken=***") + ", profile=" + profile + "]";
    }
}
