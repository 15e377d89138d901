package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;

/** The requests of DeviceHive's clients. */
final class HiveClient {
    private final Client client;

    HiveClient(FakeDeviceHive fake) {
        client = new Client(fake);
    }

    Answer logIn(String login, String password) throws IOException {
        return client.postJson("/token", Json.text(Json.object("login", login, "password", password)));
    }

    Answer refresh(String refreshToken) throws IOException {
        return client.postJson("/token/refresh", Json.text(Json.object("refreshToken", refreshToken)));
    }

    Answer create(String accessToken, String json) throws IOException {
        return post("/token/create", accessToken, json);
    }

    Answer createForPlugin(String accessToken, String json) throws IOException {
        return post("/token/plugin/create", accessToken, json);
    }

    Answer authenticatePlugin(String token) throws IOException {
        return client.get("/token/plugin/authenticate?token=" + token);
    }

    Answer post(String path, String accessToken, String json) throws IOException {
        return client.postJson(path, json.replace('\'', '"'), "Authorization", "Bearer " + accessToken);
    }
}
