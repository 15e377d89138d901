package dev.latchkey.fake.junit;

import dev.latchkey.fake.connectware.FakeConnectware;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logs the administrator in with a one-time password. */
final class Mfa {
    private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]+)\"");

    private Mfa() {}

    /** The status of the second step. */
    static int logIn(FakeConnectware fake, String code) throws IOException {
        HttpURLConnection first = post(fake, "/api/login", "{\"username\":\"admin\",\"password\":\"secret\"}");
        String answer = new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher secret = SECRET.matcher(answer);
        if (!secret.find()) {
            throw new AssertionError("no second step: " + answer);
        }
        String second = "{\"username\":\"admin\",\"secret\":\"" + secret.group(1) + "\",\"otp\":\"" + code + "\"}";
        return post(fake, "/api/mfa/login", second).getResponseCode();
    }

    private static HttpURLConnection post(FakeConnectware fake, String path, String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(fake.baseUrl() + path).openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return connection;
    }
}
