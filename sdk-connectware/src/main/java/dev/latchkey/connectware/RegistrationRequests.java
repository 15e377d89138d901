package dev.latchkey.connectware;

import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;

/** What a single registration and one that waits send alike. */
final class RegistrationRequests {
    static final String PATH = "/api/client-registry/register";

    private final HttpApi http;

    RegistrationRequests(HttpApi http) {
        this.http = http;
    }

    /** To be ended with {@code returning(RegistrationReader.INSTANCE)}. */
    Endpoint register(NewRegistration registration) {
        Endpoint endpoint = http.post(PATH)
                .anonymous()
                .secret()
                .repeat(Repeat.ONCE)
                .json(NewRegistration.JSON, Inputs.present("registration", registration));
        String password = registration.password();
        return password == null ? endpoint : endpoint.mask(password);
    }
}
