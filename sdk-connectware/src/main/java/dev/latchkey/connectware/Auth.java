package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.HttpApi;

/**
 * Logins as the vendor documents them, and what the server knows of a session. They return what the server answered and never
 * touch the client's own session: {@link ConnectwareClient#session()} logs the client itself in and out.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Auth {
    private final HttpApi http;
    private final LoginRequests requests;

    Auth(HttpApi http, LoginRequests requests) {
        this.http = http;
        this.requests = requests;
    }

    /**
     * Whose session this client has, and until when: {@code GET /api/session}.
     *
     * @return a call that yields what the server knows of it
     */
    public ApiCall<SessionInfo> session() {
        return http.get("/api/session").returning(SessionInfo.JSON);
    }

    LoginRequests requests() {
        return requests;
    }
}
