package dev.latchkey.webitel;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import java.util.Optional;

/**
 * Client for the authentication API of Webitel, and for what manages identities beside it. It logs in by itself on the first
 * call, and again before the token expires.
 *
 * <pre>{@code
 * try (WebitelClient webitel = WebitelClient.builder()
 *         .baseUrl("https://api.webitel.com")
 *         .credentials("100@mydomain.com", password)
 *         .build()) {
 *     WhoAmI me = webitel.whoami().execute();
 * }
 * }</pre>
 *
 * <p>One client serves one user. It is safe for use by many threads, and costs no thread while it is idle.
 */
public final class WebitelClient implements AutoCloseable {
    private final HttpApi http;
    private final Auth auth;
    private final Roles roles;
    private final Security security;

    private WebitelClient(HttpApi http) {
        this.http = http;
        this.auth = new Auth(http);
        this.roles = new Roles(http);
        this.security = new Security(http);
    }

    /**
     * Starts the description of a client.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Logins and logouts that leave this client's session alone.
     *
     * @return the operations
     */
    public Auth auth() {
        return auth;
    }

    /**
     * Whose token this client sends, as the server sees it now: {@code GET /api/v2/whoami}. Any token will do, a domain token
     * too.
     *
     * <p>Source: recorded.
     *
     * @return a call that yields it
     */
    public ApiCall<WhoAmI> whoami() {
        return http.get("/api/v2/whoami").returning(WhoAmI.JSON);
    }

    /**
     * The static tokens of a domain.
     *
     * @param domain such as {@code mydomain.com}. It counts for root alone: everybody else acts on the domain of his own
     * @return the operations
     * @throws InvalidInputException if it is blank
     */
    public DomainTokens domainTokens(String domain) {
        return new DomainTokens(http, domain);
    }

    /**
     * The users of a domain.
     *
     * @param domain such as {@code mydomain.com}. It counts for root alone: everybody else acts on the domain of his own
     * @return the operations
     * @throws InvalidInputException if it is blank
     */
    public Accounts accounts(String domain) {
        return new Accounts(http, domain);
    }

    /**
     * Roles, and what they may do.
     *
     * @return the operations
     */
    public Roles roles() {
        return roles;
    }

    /**
     * The one-time password of root.
     *
     * @return the operations
     */
    public Security security() {
        return security;
    }

    /**
     * Who this client is logged in as: the only thing that changes it.
     *
     * @return the session of this client
     */
    public Session session() {
        return http.session();
    }

    /**
     * What the last login told of the user. Does no I/O.
     *
     * @return the profile, or empty before the first login, after a logout, and with a domain token
     */
    public Optional<UserProfile> profile() {
        return UserProfile.kept(http.profile());
    }

    /**
     * Reaches an endpoint of the vendor for which there is no method here, with this client's token, renewal and retries.
     *
     * <pre>{@code
     * String calls = client.request("GET", "/api/v2/channels").returningText().execute();
     * }</pre>
     *
     * @param method HTTP method
     * @param path below the base URL; each <code>{name}</code> takes one argument
     * @param arguments values of the path's parameters, in order; each becomes one encoded segment
     * @return the request, to be completed
     * @throws InvalidInputException if the path or an argument cannot be sent
     */
    public Endpoint request(String method, String path, Object... arguments) {
        return http.request(method, path, arguments);
    }

    /** Ends what this client has started. A login in flight may still save its tokens; waiting calls fail. */
    @Override
    public void close() {
        http.close();
    }

    /** Describes a client. Not safe for use by many threads. */
    public static final class Builder extends ClientBuilder<Builder> {
        private static final String ABOUT_DOMAIN_TOKENS =
                "An administrator of the domain makes and disables static domain tokens.";

        private final WebitelVendor vendor;

        private Builder() {
            this(new WebitelVendor());
        }

        private Builder(WebitelVendor vendor) {
            super(vendor);
            this.vendor = vendor;
        }

        /**
         * Sends a static token of a domain, instead of logging a user in. It goes as {@code X-Access-Token} alone and is never
         * renewed. Once it has expired, calls fail with {@link dev.latchkey.core.SessionExpiredException} and the reason
         * {@code TOKEN_EXPIRED}; once it is disabled, with {@link dev.latchkey.core.UnauthorizedException}. While the server
         * refuses the token, {@code session().state()} is {@code EXPIRED}, and the log has one warning. The session of such a
         * client refuses {@code login}, {@code renew} and {@code logout}.
         *
         * @param token one that an administrator of the domain has made, a secret
         * @return this builder
         * @throws InvalidInputException if the token is blank or cannot be sent
         */
        public Builder domainToken(String token) {
            fixedTokens(new Tokens(token, null, null), ABOUT_DOMAIN_TOKENS);
            vendor.sendDomainToken();
            return this;
        }

        /**
         * Makes the client. Nothing is sent yet.
         *
         * @return a client, to be closed
         * @throws InvalidInputException if the options do not fit together; the message says which
         */
        public WebitelClient build() {
            return new WebitelClient(open());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
