package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.vendor.Vendor;
import org.jspecify.annotations.Nullable;

/**
 * Client for the authentication API of DeviceHive, and for the users, networks and device types beside it. It logs in by itself on the first call and renews its access token.
 *
 * <pre>{@code
 * try (DeviceHiveClient deviceHive = DeviceHiveClient.builder()
 *         .baseUrl("https://devicehive.example.com/auth/rest")
 *         .credentials("jane", password)
 *         .build()) {
 *     JwtTokens tokens = deviceHive.token().create(newToken).execute();
 * }
 * }</pre>
 *
 * <p>One client serves one user. It is safe for use by many threads, and costs no thread while it is idle.
 */
public final class DeviceHiveClient implements AutoCloseable {
    private final HttpApi http;
    private final HttpApi api;
    private final TokenOperations token;
    private final PluginOperations plugin;
    private final UserOperations users;
    private final NetworkOperations networks;
    private final DeviceTypeOperations deviceTypes;

    private DeviceHiveClient(HttpApi http, HttpApi api, boolean legacy) {
        this.http = http;
        this.api = api;
        this.token = new TokenOperations(http, legacy);
        this.plugin = new PluginOperations(http);
        this.users = new UserOperations(api);
        this.networks = new NetworkOperations(api);
        this.deviceTypes = new DeviceTypeOperations(api);
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
     * Logins, refreshes and new tokens that leave this client's session alone.
     *
     * @return the operations
     */
    public TokenOperations token() {
        return token;
    }

    /**
     * Tokens of plugins.
     *
     * @return the operations
     */
    public PluginOperations plugin() {
        return plugin;
    }

    /**
     * Users, and what they may reach. At {@link Builder#apiUrl}, as all that follows.
     *
     * @return the operations
     */
    public UserOperations users() {
        return users;
    }

    /**
     * Networks, in which devices are.
     *
     * @return the operations
     */
    public NetworkOperations networks() {
        return networks;
    }

    /**
     * Device types.
     *
     * @return the operations
     */
    public DeviceTypeOperations deviceTypes() {
        return deviceTypes;
    }

    /**
     * What the server says of itself: {@code GET /info}. Needs no token, and sends none.
     *
     * <p>Source: recorded.
     *
     * @return a call that yields its version, its clock and where it takes WebSockets
     */
    public ApiCall<ServerInfo> info() {
        return api.get("/info").anonymous().returning(ServerInfo.JSON);
    }

    /**
     * Who this client is logged in as: the only thing that changes it. The server has no logout: {@link Session#logout()}
     * forgets the tokens here, and the server accepts them until they expire.
     *
     * @return the session of this client
     */
    public Session session() {
        return http.session();
    }

    /**
     * Reaches an endpoint below the base URL for which there is no method here, with this client's token, renewal and retries.
     * Those below {@link Builder#apiUrl} are reached with a client of your own that {@link Session#authorize} was given.
     *
     * <pre>{@code
     * String info = client.request("GET", "/info").returningText().execute();
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

    /** Ends what this client has started. A renewal in flight may still save its tokens; waiting calls fail. */
    @Override
    public void close() {
        http.close();
    }

    /**
     * Describes a client. A base URL is required, such as {@code https://devicehive.example.com/auth/rest}. Not safe for use by
     * many threads.
     */
    public static final class Builder extends ClientBuilder<Builder> {
        private static final String TOKENS_PATH = "/auth/rest";
        private static final String API_PATH = "/api/rest";

        private @Nullable String apiUrl;
        private boolean legacy;
        private boolean hasAccessToken;
        private boolean hasRefreshToken;

        private Builder() {}

        /**
         * Sets where users, networks and device types are, which the server's frontend has and its auth service has not. The default
         * is the base URL with {@code /api/rest} instead of {@code /auth/rest} at its end, and the base URL itself if that ends
         * otherwise. The client's token, and headers that the builder was given, are sent there too.
         *
         * @param url as for {@link #baseUrl}, such as {@code https://devicehive.example.com/api/rest}
         * @return this builder
         */
        public Builder apiUrl(String url) {
            apiUrl = url;
            return this;
        }

        /**
         * For servers before 3.4.3, which limit tokens to {@linkplain NewToken.Builder#deviceIds devices} rather than to device
         * types, and before 3.4.0 take actions by their names only. Those up to 3.3.4 have these operations below {@code /api/rest}, which
         * belongs into the base URL then. Tokens of any age are read without this.
         *
         * @return this builder
         */
        public Builder legacy() {
            legacy = true;
            return this;
        }

        /**
         * Lets the session start from a refresh token, without a login: with credentials or without them. It buys the first
         * access token when that is needed; once the server has refused it, the credentials are used, if there are any.
         *
         * @param token of a user, from an earlier login or from {@link TokenOperations#create}
         * @return this builder
         * @throws InvalidInputException if it is blank, cannot be sent, or says that it is an access token
         */
        public Builder refreshToken(String token) {
            startFrom(token);
            requireType(JwtPayload.Type.REFRESH, token, "accessToken(…)");
            hasRefreshToken = true;
            return this;
        }

        /**
         * Lets the client send an access token that somebody else has obtained, a plugin's for instance. It is sent as it is and
         * never renewed: once it has expired, calls fail with {@link dev.latchkey.core.UnauthorizedException}. It may be in any
         * format. Not together with credentials, a refresh token or a token store.
         *
         * @param token as the server issued it
         * @return this builder
         * @throws InvalidInputException if it is blank, cannot be sent, or says that it is a refresh token
         */
        public Builder accessToken(String token) {
            fixedTokens(
                    new Tokens(token, null, null),
                    "Get an access token with token().refresh(…), or build the client with refreshToken(…) or"
                            + " credentials(…).");
            requireType(JwtPayload.Type.ACCESS, token, "refreshToken(…)");
            hasAccessToken = true;
            return this;
        }

        /**
         * Makes the client. Nothing is sent yet.
         *
         * @return a client, to be closed
         * @throws InvalidInputException if the options do not fit together; the message says which
         */
        public DeviceHiveClient build() {
            if (hasAccessToken && hasRefreshToken) {
                throw new InvalidInputException(
                        "The client has an access token that is never renewed, and a refresh token. Give it one of"
                                + " them.");
            }
            HttpApi http = open(new Vendor("devicehive", new DeviceHiveErrors()), DeviceHiveTokens::new);
            try {
                return new DeviceHiveClient(http, http.below("The API URL", apiUrlBeside(http.baseUrl())), legacy);
            } catch (InvalidInputException e) {
                http.close();
                throw e;
            }
        }

        private String apiUrlBeside(String baseUrl) {
            if (apiUrl != null) {
                return apiUrl;
            }
            return baseUrl.endsWith(TOKENS_PATH)
                    ? baseUrl.substring(0, baseUrl.length() - TOKENS_PATH.length()) + API_PATH
                    : baseUrl;
        }

        private static void requireType(JwtPayload.Type expected, String token, String other) {
            JwtPayload.Type type =
                    JwtPayload.decode(token).map(JwtPayload::type).orElse(expected);
            if (type != expected) {
                throw new InvalidInputException(
                        "This token says that it is of the other type, " + type + ". Call " + other + ".");
            }
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
