package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Checks the URLs that a user gives. No message shows more of one than its host: the rest may hold a password. */
final class BaseUrl {
    private BaseUrl() {}

    /** A base URL, without the slash at its end. */
    static HttpUrl parse(@Nullable String text, boolean allowInsecure) {
        return parse("The base URL", text, allowInsecure);
    }

    /** Another one, without the slash at its end. */
    static HttpUrl parse(String name, @Nullable String text, boolean allowInsecure) {
        HttpUrl url = origin(name, text, allowInsecure);
        if (url.encodedQuery() != null || url.encodedFragment() != null) {
            throw new InvalidInputException(
                    name + " has a query or a fragment. Give the part that all paths of the API have in common,"
                            + " such as https://api.example.com/v1.");
        }
        return url.encodedPath().endsWith("/") ? withoutSlash(url) : url;
    }

    /** A URL of which only the origin counts. */
    static HttpUrl origin(String name, @Nullable String text, boolean allowInsecure) {
        if (text == null || text.trim().isEmpty()) {
            throw new InvalidInputException(name + " is missing. Give one such as https://api.example.com.");
        }
        if (!startsWithScheme(text)) {
            throw new InvalidInputException(name + " must start with https:// or http://.");
        }
        if (text.indexOf('@') >= 0) {
            throw new InvalidInputException(
                    name + " must not hold a user name or a password (or any @). Give them as credentials.");
        }
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new InvalidInputException(name + " is not a valid URL. Give one such as https://api.example.com.");
        }
        if (!url.isHttps() && !allowInsecure && !Loopback.isNamedBy(url)) {
            throw new InvalidInputException(name + " is plain http to " + url.host()
                    + ", where anyone on the way could read the tokens. Use https, or call allowInsecureHttp() if the"
                    + " network is your own.");
        }
        return url;
    }

    private static boolean startsWithScheme(String text) {
        String trimmed = text.trim();
        return trimmed.regionMatches(true, 0, "https://", 0, 8) || trimmed.regionMatches(true, 0, "http://", 0, 7);
    }

    private static HttpUrl withoutSlash(HttpUrl url) {
        int end = url.encodedPath().length();
        while (end > 0 && url.encodedPath().charAt(end - 1) == '/') {
            end--;
        }
        return url.newBuilder()
                .encodedPath(end == 0 ? "/" : url.encodedPath().substring(0, end))
                .build();
    }
}
