package dev.latchkey.benchmarks.load.subject;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** One thread refreshes at a time, and who waited for it looks first whether the token is another by now. */
final class UsualAuthenticator implements Authenticator {
    private static final int MOST_ANSWERS = 3;

    private final Object lock = new Object();
    private final TokenRequests tokens;
    private final CurrentToken current;

    UsualAuthenticator(TokenRequests tokens, CurrentToken current) {
        this.tokens = tokens;
        this.current = current;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        if (answers(response) >= MOST_ANSWERS) {
            return null;
        }
        synchronized (lock) {
            TokenRequests.Issued latest = current.get();
            if (latest.header().equals(response.request().header("Authorization"))) {
                try {
                    latest = tokens.refresh(latest);
                } catch (IOException e) {
                    return null; // The 401 is the answer.
                }
                current.set(latest);
            }
            return response.request()
                    .newBuilder()
                    .header("Authorization", latest.header())
                    .build();
        }
    }

    static int answers(Response response) {
        int count = 1;
        for (Response prior = response.priorResponse(); prior != null; prior = prior.priorResponse()) {
            count++;
        }
        return count;
    }
}
