package dev.latchkey.core.http;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.TokenService;
import org.jspecify.annotations.Nullable;

/** What core has to know of a vendor. One per vendor module, stateless. */
public interface Vendor {

    /**
     * The vendor's name, as it appears in the keys of token stores and the names of threads.
     *
     * @return for instance {@code controlbyweb}
     */
    String name();

    /**
     * Where the API is unless the user says otherwise.
     *
     * @return the base URL, or null if every customer has a server of their own
     */
    @Nullable
    String defaultBaseUrl();

    /**
     * How tokens travel.
     *
     * @return a stateless scheme
     */
    AuthScheme scheme();

    /**
     * How the server describes errors.
     *
     * @return a stateless format
     */
    ErrorFormat errors();

    /**
     * How tokens are issued, renewed and ended. Called once while a client is built.
     *
     * @param http describes the requests; not to be used before the client is built
     * @return the service of this client
     */
    TokenService tokens(HttpApi http);
}
