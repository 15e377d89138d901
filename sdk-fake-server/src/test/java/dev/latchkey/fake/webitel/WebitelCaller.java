package dev.latchkey.fake.webitel;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import okhttp3.RequestBody;

/** What the tests ask of the fake, as plain HTTP. */
final class WebitelCaller {
    private static final String WHOAMI = "/api/v2/whoami";

    private final Client client;

    WebitelCaller(FakeWebitel fake) {
        client = new Client(fake);
    }

    Answer logIn(String username, String password) throws IOException {
        return logIn("/login", username, password);
    }

    Answer logInWithCode(String username, String password, String code) throws IOException {
        return logIn("/login?code=" + code, username, password);
    }

    private Answer logIn(String target, String username, String password) throws IOException {
        return client.postJson(target, Json.text(Json.object("username", username, "password", password)));
    }

    Answer logInWithForm(String username, String password) throws IOException {
        return client.postForm("/login", "username", username, "password", password);
    }

    Answer logInWithText(String json) throws IOException {
        return client.postJson("/login", json);
    }

    Answer logOut(String... headers) throws IOException {
        return client.send("POST", "/logout", RequestBody.EMPTY, headers);
    }

    Answer logOut(TokenPair pair) throws IOException {
        return logOut("X-Access-Token", pair.token(), "X-Key", pair.key());
    }

    Answer whoami(String... headers) throws IOException {
        return client.get(WHOAMI, headers);
    }

    Answer whoami(TokenPair pair) throws IOException {
        return whoami("X-Access-Token", pair.token(), "X-Key", pair.key());
    }

    Answer get(String path, String... headers) throws IOException {
        return client.get(path, headers);
    }

    Answer post(String path, String json, String... headers) throws IOException {
        return client.postJson(path, json, headers);
    }

    Answer control(String method, String action, String json) throws IOException {
        return client.control(method, action, json);
    }
}
