package dev.latchkey.reliability.keycloak;

import dev.latchkey.core.json.Json;
import dev.latchkey.leakcheck.SecretLeaks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * The realm of a run, in a Keycloak of its own: refresh tokens that may be used once, and clients of several kinds. Each test
 * makes a user of its own in it. Safe for use by many threads.
 */
final class Realm implements AutoCloseable {
    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final Duration SHORT_LIFETIME = Duration.ofSeconds(2);

    private static final String NAME = "latchkey";
    private static final String CLIENT_SECRET = "client-" + SecretLeaks.MARKER;
    private static final int ALL = 10_000;
    private static final String DESCRIPTION = """
        {"realm": "%s", "enabled": true, "revokeRefreshToken": true, "refreshTokenMaxReuse": 0,
         "accessTokenLifespan": %d, "eventsEnabled": true,
         "enabledEventTypes": ["LOGIN", "LOGIN_ERROR", "REFRESH_TOKEN", "LOGOUT"],
         "clients": [
           {"clientId": "confidential", "secret": "%s", "directAccessGrantsEnabled": true},
           {"clientId": "short", "secret": "%s", "directAccessGrantsEnabled": true,
            "attributes": {"access.token.lifespan": "%d"}},
           {"clientId": "public", "publicClient": true, "directAccessGrantsEnabled": true}]}
        """;

    private final KeycloakServer keycloak;
    private final KeycloakClient admin;

    private Realm(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.admin = client(new KeycloakVendor("master", "admin-cli", null))
                .credentials(KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD)
                .build();
    }

    /** Starts the distribution in this folder. */
    static Realm at(Path home) {
        Realm realm = new Realm(KeycloakServer.start(home));
        try {
            realm.describe();
            return realm;
        } catch (RuntimeException | Error e) {
            realm.close();
            throw e;
        }
    }

    RealmUser newUser() {
        String name = "jane-" + UUID.randomUUID();
        String user = """
            {"username": "%s", "enabled": true, "email": "%s@example.com", "emailVerified": true, "firstName": "Jane",
             "lastName": "Doe", "credentials": [{"type": "password", "value": "%s"}]}
            """.formatted(name, name, RealmUser.PASSWORD);
        String location = admin.request("POST", "/admin/realms/{realm}/users", NAME)
                .secret()
                .json(user)
                .returning(answer -> String.valueOf(answer.header("Location")))
                .execute();
        return new RealmUser(this, name, location.substring(location.lastIndexOf('/') + 1));
    }

    KeycloakClient.Builder confidentialClient() {
        return confidentialClient(CLIENT_SECRET);
    }

    KeycloakClient.Builder confidentialClient(String secret) {
        return client(new KeycloakVendor(NAME, "confidential", secret));
    }

    /** One whose access tokens live for {@link #SHORT_LIFETIME}. */
    KeycloakClient.Builder shortClient() {
        return client(new KeycloakVendor(NAME, "short", CLIENT_SECRET));
    }

    KeycloakClient.Builder publicClient() {
        return client(new KeycloakVendor(NAME, "public", null));
    }

    /** Keycloak notes of whom for what succeeds, and for a wrong password, but not for a refresh token that it refuses. */
    int count(String type, RealmUser user) {
        return admin.request("GET", "/admin/realms/{realm}/events", NAME)
                .query("type", type)
                .query("user", user.id())
                .query("max", ALL)
                .returning(Json.listOf(RealmEvent.JSON))
                .execute()
                .size();
    }

    void endSessions(RealmUser user) {
        admin.request("POST", "/admin/realms/{realm}/users/{id}/logout", NAME, user.id())
                .returningNothing()
                .execute();
    }

    private KeycloakClient.Builder client(KeycloakVendor vendor) {
        return KeycloakClient.of(vendor).baseUrl(keycloak.url()).timeout(Duration.ofMinutes(2));
    }

    private void describe() {
        String description = DESCRIPTION.formatted(
                NAME, LIFETIME.toSeconds(), CLIENT_SECRET, CLIENT_SECRET, SHORT_LIFETIME.toSeconds());
        admin.request("POST", "/admin/realms")
                .secret()
                .json(description)
                .returningNothing()
                .execute();
    }

    @Override
    public void close() {
        admin.close();
        keycloak.close();
    }
}
