package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.Operation;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;

/**
 * Client for the authentication API of Cybus Connectware. It logs in by itself on the first call, and again when its token
 * expires.
 *
 * <pre>{@code
 * try (ConnectwareClient connectware = ConnectwareClient.builder()
 *         .baseUrl("https://connectware.example.com")
 *         .credentials("admin", password)
 *         .build()) {
 *     User jane = connectware.users().create(newUser).execute();
 * }
 * }</pre>
 *
 * <p>One client serves one user. It is safe for use by many threads, and costs no thread while it is idle.
 */
public final class ConnectwareClient implements AutoCloseable {
    private final HttpApi http;
    private final LoginRequests logins;
    private final Auth auth;
    private final Users users;
    private final Roles roles;
    private final Permissions permissions;
    private final Mfa mfa;
    private final ClientRegistry clientRegistry;
    private final Certificates certificates;
    private final Broker broker;
    private final Maintenance maintenance;

    ConnectwareClient(HttpApi http, ConnectwareOptions options) {
        this.http = http;
        this.logins = new LoginRequests(http, options);
        this.mfa = new Mfa(http);
        this.auth = new Auth(http, logins, mfa);
        this.users = new Users(http, options.names(), options.paths());
        this.roles = new Roles(http, options.names(), options.paths());
        this.permissions = new Permissions(http, options.names());
        this.clientRegistry = new ClientRegistry(http);
        this.certificates = new Certificates(http);
        this.broker = new Broker(http);
        this.maintenance = new Maintenance(http, options.paths());
    }

    /**
     * Starts the description of a client.
     *
     * @return a builder
     */
    public static ConnectwareClientBuilder builder() {
        return new ConnectwareClientBuilder(new ConnectwareOptions());
    }

    /**
     * Logins that leave this client's session alone, what the server knows of the session, and how it authenticates.
     *
     * @return the operations
     */
    public Auth auth() {
        return auth;
    }

    /**
     * Users, their tokens, certificates and roles.
     *
     * @return the operations
     */
    public Users users() {
        return users;
    }

    /**
     * Roles and their permissions.
     *
     * @return the operations
     */
    public Roles roles() {
        return roles;
    }

    /**
     * Who uses which permission.
     *
     * @return the operations
     */
    public Permissions permissions() {
        return permissions;
    }

    /**
     * The second factor of the user whom this client is logged in as.
     *
     * @return the operations
     */
    public Mfa mfa() {
        return mfa;
    }

    /**
     * Devices that register themselves, and those who let them in.
     *
     * @return the operations
     */
    public ClientRegistry clientRegistry() {
        return clientRegistry;
    }

    /**
     * The certificates that the server trusts.
     *
     * @return the operations
     */
    public Certificates certificates() {
        return certificates;
    }

    /**
     * What the MQTT broker asks.
     *
     * @return the operations
     */
    public Broker broker() {
        return broker;
    }

    /**
     * Backup and restoration of the server's database.
     *
     * @return the operations
     */
    public Maintenance maintenance() {
        return maintenance;
    }

    /**
     * Who this client is logged in as: the only thing that changes it. The server has no logout: {@link Session#logout()}
     * forgets the token here, and the server accepts it until it expires or is deleted.
     *
     * @return the session of this client
     */
    public Session session() {
        return http.session();
    }

    /**
     * Logs this client in, for a user interface that asks its user for the second factor: {@code POST /api/login}. Where the
     * server asks for none, it is {@code session().login(…)}; where it does, its caller gets the challenge, instead of the
     * one-time-password hook.
     *
     * @param username of the user that this client serves
     * @param password that user's password
     * @return an operation that ends with the session in use or with a challenge, and fails with {@link
     *     dev.latchkey.core.SessionExpiredException} if the server refuses the password
     * @throws InvalidInputException if one of them is blank, or the client serves another user
     */
    public Operation<SessionLogin> logIn(String username, String password) {
        return LogIn.of(http, logins, new Credentials(username, password));
    }

    /**
     * Reaches an endpoint of the vendor for which there is no method here, with this client's token, renewal and retries.
     *
     * <pre>{@code
     * String service = connectware.request("GET", "/api/services/{id}", id).returningText().execute();
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

    /** Ends what this client has started. A renewal in flight may still save its token; waiting calls fail. */
    @Override
    public void close() {
        http.close();
    }
}
