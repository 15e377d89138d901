package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchkey.fake.Fault;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client of one's own, tested against the fake; nothing of the SDK is here. */
class LoginTest {
    private static final String TOKEN = "/v1/auth/token";

    @RegisterExtension
    final FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");

    @Test
    void theRightPasswordLogsIn() throws Exception {
        HttpResponse<String> answer = logIn("secret");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("access_token"), answer.body());
    }

    @Test
    void anOutageIsSeen() throws Exception {
        cloud.faults().on("POST", TOKEN).next(Fault.status(503));

        assertEquals(503, logIn("secret").statusCode());
        assertEquals(200, logIn("secret").statusCode());
    }

    @Test
    void theSdkIsNotHere() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("dev.latchkey.core.ApiCall"));
    }

    private HttpResponse<String> logIn(String password) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(cloud.baseUrl() + TOKEN))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&username=jane&password=" + password))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
