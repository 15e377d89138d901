package dev.latchkey.core.vendor;

import dev.latchkey.core.auth.Tokens;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How a vendor's tokens travel, and how its server refuses them. Stateless. */
public interface AuthScheme {

    /**
     * {@code Authorization: Bearer <access token>}; refused with 401.
     *
     * @return a stateless scheme
     */
    static AuthScheme bearer() {
        return new BearerScheme();
    }

    /**
     * The names of the headers that carry tokens. Users cannot set them per call, and they reach no other origin.
     *
     * @return header names
     */
    List<String> headerNames();

    /**
     * The header fields for these tokens.
     *
     * @param tokens what the server issued
     * @return values by header name
     */
    Map<String, String> headers(Tokens tokens);

    /**
     * The media type that a request of a user's own client has to ask for, so that the server refuses a token in a way that
     * {@link #refuses} knows. It is put on requests that the session authorises where they ask for nothing, or for anything
     * ({@code *}{@code /*}); another {@code Accept} of the user's stays.
     *
     * @return such as {@code application/json}, or null if the server does not mind
     */
    default @Nullable String usualAccept() {
        return null;
    }

    /**
     * Whether an answer says that the token is not accepted (as opposed to: not enough).
     *
     * @param response an answer whose body, if it is needed, is only peeked at
     * @return true if another token might be accepted
     */
    default boolean refuses(Response response) {
        return response.code() == 401;
    }
}
