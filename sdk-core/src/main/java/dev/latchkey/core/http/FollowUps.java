package dev.latchkey.core.http;

import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from answering a 503 by itself: at {@code Retry-After: 0} it sends the request again, and at a number beyond
 * an {@code int} it throws a {@code NumberFormatException}. The header travels under another name while OkHttp looks.
 */
final class FollowUps {
    private static final String HEADER = "Retry-After";
    private static final String HIDDEN = "Latchkey-Retry-After";

    private FollowUps() {}

    static Response hidden(Response response) {
        if (response.code() != 503) {
            return response;
        }
        return renamed(response, HEADER, HIDDEN);
    }

    static Response shown(Response response) {
        if (response.code() != 503) {
            return response;
        }
        return renamed(response, HIDDEN, HEADER);
    }

    private static Response renamed(Response response, String from, String to) {
        @Nullable String value = response.header(from);
        if (value == null) {
            return response;
        }
        // Unsafe would be to send it; a server may well have sent letters that a header should not have.
        Headers headers = response.headers()
                .newBuilder()
                .removeAll(from)
                .removeAll(to)
                .addUnsafeNonAscii(to, value)
                .build();
        return response.newBuilder().headers(headers).build();
    }
}
