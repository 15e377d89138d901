package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.vendor.AuthScheme;
import dev.latchkey.core.vendor.Vendor;
import java.time.Duration;

/**
 * Describes a client. A base URL is required, such as {@code https://connectware.example.com}: the operations' paths start
 * with {@code /api} already. Not safe for use by many threads.
 */
public final class ConnectwareClientBuilder extends ClientBuilder<ConnectwareClientBuilder> {
    private final ConnectwareOptions options;

    ConnectwareClientBuilder(ConnectwareOptions options) {
        this.options = options;
    }

    /**
     * Asks for tokens that live so long. Without this the server decides: usually twelve hours.
     *
     * @param lifetime whole hours, at least one
     * @return this builder
     * @throws InvalidInputException if it is not
     */
    public ConnectwareClientBuilder tokenLifetime(Duration lifetime) {
        options.tokenLifetime(lifetime);
        return this;
    }

    /**
     * Names the tokens of this client, so that they can be told from others in {@link Users#listTokens}.
     *
     * @param label for instance the name of the application
     * @return this builder
     * @throws InvalidInputException if it is blank
     */
    public ConnectwareClientBuilder tokenLabel(String label) {
        options.tokenLabel(label);
        return this;
    }

    /**
     * Lets the client send a token that somebody else has obtained. It is sent as it is and never renewed: once it has
     * expired, calls fail with {@link dev.latchkey.core.UnauthorizedException}. Not together with credentials or a token
     * store.
     *
     * @param token as the server issued it
     * @return this builder
     * @throws InvalidInputException if it is blank or cannot be sent
     */
    public ConnectwareClientBuilder accessToken(String token) {
        fixedTokens(
                new Tokens(token, null, null),
                "Build the client with credentials(…) to have it log in, and delete tokens with users().deleteAllTokens(…).");
        return this;
    }

    /**
     * Sends tokens alone: {@code Authorization: <token>}, as the vendor's samples print it. The default is {@code
     * Authorization: Bearer <token>}.
     *
     * @return this builder
     */
    public ConnectwareClientBuilder bareToken() {
        return authScheme(new BareScheme());
    }

    /**
     * Sends tokens in some other way.
     *
     * @param scheme makes the headers; stateless
     * @return this builder
     */
    public ConnectwareClientBuilder authScheme(AuthScheme scheme) {
        options.scheme(scheme);
        return this;
    }

    /**
     * Names the query parameter with which {@link Users#deleteToken} says which token to delete. It is probably {@code
     * tokenId}, but the vendor's documentation does not print it, and a server that is told by another name deletes <em>all</em>
     * tokens of the user. So there is no default: find out what your server calls it.
     *
     * @param name of the parameter
     * @return this builder
     * @throws InvalidInputException if it is blank
     */
    public ConnectwareClientBuilder tokenIdParameter(String name) {
        options.tokenIdName(name);
        return this;
    }

    /**
     * Names a parameter of a listing, for servers that do not call it as usual.
     *
     * @param parameter which
     * @param name as the server calls it; brackets are encoded when it is sent
     * @return this builder
     * @throws InvalidInputException if it is blank
     */
    public ConnectwareClientBuilder parameterName(QueryParameter parameter, String name) {
        options.name(parameter, name);
        return this;
    }

    /**
     * Says where an operation is whose path the vendor's pages do not print.
     *
     * @param operation which
     * @param path with as many parameters, in the same order, as in {@code /api/users/{id}}
     * @return this builder
     * @throws InvalidInputException if it does not start with a slash, or has another number of parameters
     */
    public ConnectwareClientBuilder operationPath(OperationPath operation, String path) {
        options.path(operation, path);
        return this;
    }

    /**
     * Makes the client. Nothing is sent yet.
     *
     * @return a client, to be closed
     * @throws InvalidInputException if the options do not fit together; the message says which
     */
    public ConnectwareClient build() {
        Vendor vendor = new Vendor("connectware", null, options.scheme(), new ConnectwareErrors());
        return new ConnectwareClient(
                open(vendor, http -> new ConnectwareTokens(new LoginRequests(http, options), new MfaRequests(http))),
                options);
    }

    @Override
    protected ConnectwareClientBuilder self() {
        return this;
    }
}
