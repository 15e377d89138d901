package dev.latchkey.connectware;

import dev.latchkey.core.http.Endpoint;
import org.jspecify.annotations.Nullable;

/** Requests that hold a password: the user's interceptors take no part, and no error shows it. */
final class Passwords {
    private Passwords() {}

    static Endpoint hidden(Endpoint endpoint, @Nullable String password) {
        return password == null ? endpoint : endpoint.secretAnswer().mask(password);
    }

    static Endpoint hidden(Endpoint endpoint, Iterable<NewUser> users) {
        users.forEach(user -> hidden(endpoint, user.password()));
        return endpoint;
    }
}
