package dev.latchkey.controlbyweb;

import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.leakcheck.SecretLeaks;

/** Secrets that the leak check finds wherever they should not be. */
final class Marked {
    static final String PASSWORD = "secret-" + SecretLeaks.MARKER;

    private Marked() {}

    /** A fake with one user, all of whose secrets are marked. */
    static FakeControlByWeb fake(String username) {
        FakeControlByWeb fake = FakeControlByWeb.withUser(username, PASSWORD);
        fake.settings().secretMarker(SecretLeaks.MARKER);
        return fake;
    }
}
