package dev.latchkey.benchmarks.load.subject;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Every 401 is answered with a refresh. */
final class NaiveAuthenticator implements Authenticator {
    private static final int MOST_ANSWERS = 3;

    private final TokenRequests tokens;
    private final CurrentToken current;

    NaiveAuthenticator(TokenRequests tokens, CurrentToken current) {
        this.tokens = tokens;
        this.current = current;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        if (UsualAuthenticator.answers(response) >= MOST_ANSWERS) {
            return null;
        }
        try {
            current.set(tokens.refresh(current.get()));
        } catch (IOException e) {
            return null; // The 401 is the answer.
        }
        return response.request()
                .newBuilder()
                .header("Authorization", current.get().header())
                .build();
    }
}
