package dev.latchkey.controlbyweb;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.vendor.Vendor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Client for the authentication API of ControlByWeb.Cloud, and for accounts, their users and device access tokens beside it. It
 * logs in by itself on the first call and renews its tokens.
 *
 * <pre>{@code
 * try (ControlByWebClient controlByWeb = ControlByWebClient.builder()
 *         .credentials("jane", password)
 *         .build()) {
 *     CertificateRequestToken token = controlByWeb.certificateRequestTokens(1234).create().execute();
 * }
 * }</pre>
 *
 * <p>One client serves one user. It is safe for use by many threads, and costs no thread while it is idle.
 */
public final class ControlByWebClient implements AutoCloseable {
    private final HttpApi http;
    private final Auth auth;
    private final Accounts accounts;

    private ControlByWebClient(HttpApi http, Builder options) {
        this.http = http;
        this.auth = new Auth(http, options.resetPasswordPath);
        this.accounts = new Accounts(http, options.accountTreeOption);
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
     * Logins, refreshes, logouts and password resets that leave this client's session alone.
     *
     * @return the operations
     */
    public Auth auth() {
        return auth;
    }

    /**
     * The certificate request tokens of an account.
     *
     * @param accountId the user's own account, or one of its child accounts; see {@link UserProfile#accountId()}
     * @return the operations
     * @throws InvalidInputException if the id is not positive
     */
    public CertificateRequestTokens certificateRequestTokens(long accountId) {
        if (accountId < 1) {
            throw new InvalidInputException(
                    "The account id is " + accountId + ". Give a positive one, such as that of the user's profile.");
        }
        return new CertificateRequestTokens(http, accountId);
    }

    /**
     * The device access tokens of a device.
     *
     * @param accountId the account that the device belongs to
     * @param deviceId id of the device
     * @return the operations
     * @throws InvalidInputException if an id is not positive
     */
    public DeviceAccessTokens deviceAccessTokens(long accountId, long deviceId) {
        return new DeviceAccessTokens(http, Inputs.id("account", accountId), Inputs.id("device", deviceId));
    }

    /**
     * The users of an account.
     *
     * @param accountId the user's own account, or one of its child accounts
     * @return the operations
     * @throws InvalidInputException if the id is not positive
     */
    public AccountUsers users(long accountId) {
        return new AccountUsers(http, Inputs.id("account", accountId));
    }

    /**
     * The user's own account, and those below it.
     *
     * @return the operations
     */
    public Accounts accounts() {
        return accounts;
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
     * @return the profile, or empty before the first login and after a logout
     */
    public Optional<UserProfile> profile() {
        return UserProfile.kept(http.profile());
    }

    /**
     * Reaches an endpoint of the vendor for which there is no method here, with this client's token, renewal and retries.
     *
     * <pre>{@code
     * String devices = client.request("GET", "/v1/accounts/{id}/devices", 1234).returningText().execute();
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

    /** Describes a client. Not safe for use by many threads. */
    public static final class Builder extends ClientBuilder<Builder> {
        /** Words that stand for other operations where {@link Accounts} has an option. */
        private static final Set<String> OTHER_OPTIONS =
                Set.of("tokens", "users", "devices", "children", "allchildren");

        private String resetPasswordPath = "/v1/auth/reset/password";
        private String accountTreeOption = "decendants";

        private Builder() {}

        /**
         * Where {@link Auth#resetPassword} posts to. The vendor's documentation names two paths; the default is that of its
         * heading, {@code /v1/auth/reset/password}, and its sample has {@code /v1/auth/reset-password}.
         *
         * @param path below the base URL
         * @return this builder
         * @throws InvalidInputException if the path does not start with a slash or has parameters
         */
        public Builder resetPasswordPath(String path) {
            if (path == null || !path.startsWith("/") || path.indexOf('{') >= 0) {
                throw new InvalidInputException("The reset path must start with a slash and have no parameters,"
                        + " as in /v1/auth/reset-password.");
            }
            resetPasswordPath = path;
            return this;
        }

        /**
         * What {@link Accounts#tree} asks for. The vendor's page spells it {@code decendants} in its table, which is the default,
         * and {@code descendants} in its text.
         *
         * @param word of letters
         * @return this builder
         * @throws InvalidInputException if it is none, or stands for another operation
         */
        public Builder accountTreeOption(String word) {
            boolean letters = word != null && word.matches("[A-Za-z]+");
            if (!letters || OTHER_OPTIONS.contains(word.toLowerCase(Locale.ROOT))) {
                throw new InvalidInputException(
                        "The option must be a word such as descendants, and none that stands for another operation.");
            }
            accountTreeOption = word;
            return this;
        }

        /**
         * Lets the session start from a refresh token, without a login: with credentials or without them. The first call spends
         * it, since the server rotates, so give a {@link #tokenStore tokenStore} as well, which keeps its successors and counts
         * before it. A session that starts so has no {@link ControlByWebClient#profile() profile}: the server tells it at a login
         * only. Once the server has refused the token, the credentials are used, if there are any.
         *
         * @param token from an earlier login
         * @return this builder
         * @throws InvalidInputException if it is blank or cannot be sent
         */
        public Builder refreshToken(String token) {
            startFrom(token);
            return this;
        }

        /**
         * Makes the client. Nothing is sent yet.
         *
         * @return a client, to be closed
         * @throws InvalidInputException if the options do not fit together; the message says which
         */
        public ControlByWebClient build() {
            Vendor vendor = new Vendor(
                    "controlbyweb",
                    "https://api.controlbyweb.cloud/api",
                    new ControlByWebScheme(),
                    new ControlByWebErrors());
            return new ControlByWebClient(open(vendor, AuthRequests::tokenService), this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
