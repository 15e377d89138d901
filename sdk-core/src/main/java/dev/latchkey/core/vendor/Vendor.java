package dev.latchkey.core.vendor;

import org.jspecify.annotations.Nullable;

/**
 * What core has to know of a vendor.
 *
 * @param name as it appears in the keys of token stores and the names of threads, for instance {@code controlbyweb}
 * @param defaultBaseUrl where the API is unless the user says otherwise; null if every customer has a server of their own
 * @param scheme how tokens travel
 * @param errors how the server describes errors
 */
public record Vendor(String name, @Nullable String defaultBaseUrl, AuthScheme scheme, ErrorFormat errors) {

    /**
     * A vendor whose tokens are bearer tokens and whose customers have servers of their own.
     *
     * @param name as it appears in the keys of token stores and the names of threads
     * @param errors how the server describes errors
     */
    public Vendor(String name, ErrorFormat errors) {
        this(name, null, AuthScheme.bearer(), errors);
    }
}
