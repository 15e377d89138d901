package dev.latchkey.core.auth;

/**
 * Names a session in a {@link TokenStore}: who, at which server.
 *
 * @param vendor for instance {@code controlbyweb}
 * @param baseUrl the client's base URL
 * @param identity the user name, or the name that the client's builder was given
 */
public record SessionKey(String vendor, String baseUrl, String identity) {}
