package dev.latchkey.core.store;

import org.jspecify.annotations.Nullable;

/**
 * Names a session in a {@link TokenStore}: who, at which server.
 *
 * @param vendor for instance {@code controlbyweb}
 * @param baseUrl the client's base URL
 * @param identity the user name, or the name that the client's builder was given
 */
public record SessionKey(String vendor, String baseUrl, String identity) {

    // Written out: the means by which a record compares itself are slow to load, and the first login needs this one.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionKey that
                && vendor.equals(that.vendor)
                && baseUrl.equals(that.baseUrl)
                && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return (vendor.hashCode() * 31 + baseUrl.hashCode()) * 31 + identity.hashCode();
    }
}
