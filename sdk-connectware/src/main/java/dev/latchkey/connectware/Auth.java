package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;

/**
 * Logins as the vendor documents them, what the server knows of a session, and how it authenticates. They return what the server answered and never
 * touch the client's own session: {@link ConnectwareClient#session()} logs the client itself in and out.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Auth {
    private final HttpApi http;
    private final LoginRequests requests;
    private final Mfa mfa;

    Auth(HttpApi http, LoginRequests requests, Mfa mfa) {
        this.http = http;
        this.requests = requests;
        this.mfa = mfa;
    }

    /**
     * Exchanges a user's name and password for a token, which gets the lifetime and the label that the client's builder has
     * set: {@code POST /api/login}. Never repeated by itself.
     *
     * @param username who logs in
     * @param password that user's password
     * @return a call that yields the token or the demand for a second factor, and fails with {@link
     *     dev.latchkey.core.UnauthorizedException} if the server refuses them
     * @throws dev.latchkey.core.InvalidInputException if one of them is blank
     */
    public ApiCall<LoginOutcome> login(String username, String password) {
        return login(requests.request(new Credentials(username, password)));
    }

    /**
     * Exchanges a user's name and password for a token of a lifetime and with a label of its own: {@code POST /api/login}.
     * Never repeated by itself.
     *
     * @param request who logs in, and for how long
     * @return a call as that of {@link #login(String, String)}
     */
    public ApiCall<LoginOutcome> login(LoginRequest request) {
        Endpoint endpoint = requests.login(Inputs.present("login", request));
        return endpoint.returning(answer -> outcome(LoginAnswer.read(answer), request.username()));
    }

    private LoginOutcome outcome(LoginAnswer answer, String username) {
        return answer.hasToken()
                ? new LoginOutcome.Done(answer.result())
                : new LoginOutcome.Challenge(answer.result(), mfa, username, answer.secret());
    }

    /**
     * Whose session this client has, and until when: {@code GET /api/session}.
     *
     * @return a call that yields what the server knows of it
     */
    public ApiCall<SessionInfo> session() {
        return http.get("/api/session").returning(SessionInfo.JSON);
    }

    /**
     * How users of a directory log in: {@code GET /api/auth/ldap}. Their roles are synchronised at every login, so a change of
     * their roles by {@link Users} does not last.
     *
     * <p>Source: page; what the members are: not known.
     *
     * @return a call that yields what the server says, which may be a secret
     */
    public ApiCall<AuthSettings> ldapSettings() {
        return http.get("/api/auth/ldap").secretAnswer().returning(AuthSettings::read);
    }

    /**
     * Whether the server asks for second factors, and how: {@code GET /api/auth/mfa}.
     *
     * <p>Source: page; what the members are: not known.
     *
     * @return a call that yields what the server says
     */
    public ApiCall<AuthSettings> mfaSettings() {
        return http.get("/api/auth/mfa").secretAnswer().returning(AuthSettings::read);
    }

    /**
     * How users of Microsoft Entra ID log in, which they do in a browser only: {@code GET /api/auth/msEntraId}. It is public: no
     * token is sent, and nobody is logged in for it.
     *
     * <p>Source: page; what the members are: not known.
     *
     * @return a call that yields what the server says
     */
    public ApiCall<AuthSettings> entraSettings() {
        return http.get("/api/auth/msEntraId").anonymous().secretAnswer().returning(AuthSettings::read);
    }
}
