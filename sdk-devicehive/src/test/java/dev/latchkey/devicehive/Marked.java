package dev.latchkey.devicehive;

import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakePlugin;
import dev.latchkey.fake.devicehive.TokenPayload;
import dev.latchkey.leakcheck.SecretLeaks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Secrets that the leak check finds wherever they should not be. */
final class Marked {
    static final String PASSWORD = "secret-" + SecretLeaks.MARKER;
    static final String TOPIC = "plugin_topic_1";

    private Marked() {}

    /** A fake with one administrator, number 1, who owns a plugin; all its secrets are marked. */
    static FakeDeviceHive fake(String login) {
        FakeDeviceHive fake = FakeDeviceHive.withAdmin(login, PASSWORD);
        fake.settings().secretMarker(SecretLeaks.MARKER);
        fake.addPlugin(new FakePlugin(TOPIC, login));
        return fake;
    }

    /** An access token of that plugin. */
    static String pluginToken(FakeDeviceHive fake) {
        return fake.sign(TokenPayload.pluginAccess(TOPIC));
    }

    /** A token as the server makes them, of claims with single quotes; its signature is marked. */
    static String jwt(String claims) {
        return base64("{\"alg\":\"HS256\"}") + "." + base64(claims.replace('\'', '"')) + "." + SecretLeaks.MARKER;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
