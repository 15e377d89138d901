package dev.latchkey.scenarios.faults;

import dev.latchkey.scenarios.Subject;
import dev.latchkey.scenarios.TestClient;
import java.util.ArrayList;
import java.util.List;

/**
 * A vendor's fake, a client of it that will meet a fault, and one that prepares what the call needs.
 *
 * @param <F> the fake
 * @param <C> the client
 */
final class Scene<F, C> {
    private final Subject subject;
    private final TestClient tried;
    private final TestClient helper;
    private final List<String> secrets = new ArrayList<>();

    Scene(Subject subject, TestClient tried, TestClient helper) {
        this.subject = subject;
        this.tried = tried;
        this.helper = helper;
    }

    @SuppressWarnings("unchecked") // a row and its subject are of one vendor
    F fake() {
        return (F) subject.fake();
    }

    @SuppressWarnings("unchecked")
    C client() {
        return (C) tried.client();
    }

    /** The same user's, whom no fault of the network reaches. */
    @SuppressWarnings("unchecked")
    C helper() {
        return (C) helper.client();
    }

    String username() {
        return subject.username();
    }

    /** Marks what has no marker in it and must not be seen all the same. */
    String secret(String text) {
        secrets.add(text);
        return text;
    }

    List<String> secrets() {
        return secrets;
    }
}
