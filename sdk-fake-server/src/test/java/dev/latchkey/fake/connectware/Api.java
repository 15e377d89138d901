package dev.latchkey.fake.connectware;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Calls the fake with one token, or none. */
final class Api {
    private final FakeConnectware fake;
    private final Client client;
    private final String token;

    private Api(FakeConnectware fake, String token) {
        this.fake = fake;
        this.client = new Client(fake);
        this.token = token;
    }

    static Api of(FakeConnectware fake, String username) {
        return new Api(fake, fake.logIn(username).token());
    }

    static Api guest(FakeConnectware fake) {
        return new Api(fake, null);
    }

    Api with(String otherToken) {
        return new Api(fake, otherToken);
    }

    Answer get(String path) throws IOException {
        return call("GET", path, null);
    }

    Answer post(String path, Object body) throws IOException {
        return call("POST", path, body);
    }

    Answer put(String path, Object body) throws IOException {
        return call("PUT", path, body);
    }

    Answer delete(String path, Object body) throws IOException {
        return call("DELETE", path, body);
    }

    Answer call(String method, String path, Object body) throws IOException {
        return client.json(method, path, token, body);
    }

    Answer logIn(Object... members) throws IOException {
        return post("/api/login", Json.object(members));
    }

    /** The members that a new user has to have, and these. */
    static Map<String, Object> newUser(String username, Object... more) {
        Map<String, Object> user = Json.object(
                "username", username, "identityProvider", "local", "grantTypes", List.of(Map.of("method", "password")));
        user.putAll(Json.object(more));
        return user;
    }

    static Map<String, Object> permission(String resource) {
        return Map.of("resource", resource, "operation", "read", "context", "mqtt");
    }

    /** A member that is a list of objects. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Object value) {
        return (List<Map<String, Object>>) value;
    }

    static List<Object> each(Object list, String member) {
        return objects(list).stream().map(object -> object.get(member)).toList();
    }
}
