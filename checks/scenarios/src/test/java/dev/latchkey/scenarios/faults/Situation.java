package dev.latchkey.scenarios.faults;

import dev.latchkey.core.Operation;
import dev.latchkey.scenarios.Subject;
import dev.latchkey.scenarios.TestClient;

/** What an application does while its session needs a token. */
enum Situation {
    FIRST_READ,
    FIRST_WRITE,
    LOGIN,
    READ_AFTER_EXPIRY,
    WRITE_AFTER_EXPIRY,
    READ_AFTER_REVOCATION,
    WRITE_AFTER_REVOCATION,
    RENEWAL,
    LOGOUT_AFTER_EXPIRY;

    /** Whether there is a session at first. */
    boolean isLoggedIn() {
        return this != FIRST_READ && this != FIRST_WRITE && this != LOGIN;
    }

    /** Where tokens are asked for. */
    Subject.Endpoint tokenEndpoint(Subject subject) {
        return isLoggedIn() ? subject.renewal() : subject.login();
    }

    void prepare(Subject subject) {
        switch (this) {
            case READ_AFTER_EXPIRY, WRITE_AFTER_EXPIRY, LOGOUT_AFTER_EXPIRY ->
                subject.fake().clock().advance(subject.beyondExpiry());
            case READ_AFTER_REVOCATION, WRITE_AFTER_REVOCATION -> subject.revokeAccessTokens();
            case FIRST_READ, FIRST_WRITE, LOGIN, RENEWAL -> {}
        }
    }

    Operation<?> action(TestClient client) {
        return switch (this) {
            case FIRST_READ, READ_AFTER_EXPIRY, READ_AFTER_REVOCATION -> client.read();
            case FIRST_WRITE, WRITE_AFTER_EXPIRY, WRITE_AFTER_REVOCATION ->
                client.write().returningNothing();
            case LOGIN -> client.session().login();
            case RENEWAL -> client.session().renew();
            case LOGOUT_AFTER_EXPIRY -> client.session().logout();
        };
    }
}
