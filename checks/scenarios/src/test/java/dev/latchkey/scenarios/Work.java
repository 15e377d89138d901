package dev.latchkey.scenarios;

import dev.latchkey.core.http.Repeat;

/** Every kind of request, by how it may be repeated and who sends it. */
enum Work {
    SAFE,
    IDEMPOTENT,
    ONCE,
    NEVER,
    LOGIN,
    RENEWAL,
    LOGOUT;

    void doneBy(TestClient client) {
        switch (this) {
            case SAFE -> client.read().execute();
            case IDEMPOTENT, ONCE, NEVER ->
                client.write().repeat(Repeat.valueOf(name())).returningText().execute();
            case LOGIN -> client.session().login().execute();
            case RENEWAL -> client.session().renew().execute();
            case LOGOUT -> client.session().logout().execute();
        }
    }

    /** How many requests the fake has had of those that such work sends; of a logout it need not have any. */
    int count(Subject subject) {
        Subject.Endpoint endpoint = switch (this) {
            case SAFE -> subject.protectedEndpoint();
            case IDEMPOTENT, ONCE, NEVER -> subject.writtenEndpoint();
            case LOGIN -> subject.login();
            case RENEWAL, LOGOUT -> subject.renewal();
        };
        return subject.fake().journal().count(endpoint.method(), endpoint.path());
    }
}
