package dev.latchkey.webitel;

import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.leakcheck.SecretLeaks;

/** Secrets that the leak check finds wherever they should not be. */
final class Marked {
    static final String USER = "100@mydomain.com";
    static final String PASSWORD = "secret-" + SecretLeaks.MARKER;
    static final String CODE = "123456" + SecretLeaks.MARKER;

    private Marked() {}

    /** A fake with one user, all of whose secrets are marked. */
    static FakeWebitel fake() {
        FakeWebitel fake = FakeWebitel.withUser(USER, PASSWORD);
        fake.settings().secretMarker(SecretLeaks.MARKER);
        return fake;
    }

    /** A client of that user, to be completed. */
    static WebitelClient.Builder client(FakeWebitel fake) {
        return WebitelClient.builder().baseUrl(fake.baseUrl()).credentials(USER, PASSWORD);
    }
}
