package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchkey.fake.Fault;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.junit.RegisteredFake;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of one's own, tested against the fakes; nothing of the SDK is here. */
class LoginTest {
    private static final String TOKEN = "/v1/auth/token";

    @Fake
    private static final FakeControlByWeb SHARED = FakeControlByWeb.withUser("jane", "secret");

    @RegisterExtension
    static final RegisteredFake<FakeControlByWeb> REGISTERED =
            RegisteredFake.of(FakeControlByWeb.withUser("jane", "secret"));

    @Fake
    private final FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");

    private final FakeControlByWeb constructed;

    LoginTest(@Fake(username = "jane", password = "secret") FakeControlByWeb constructed) {
        this.constructed = constructed;
    }

    @BeforeEach
    void nothingIsLeftOfTheTestBefore() {
        assertEquals(0, SHARED.journal().count());
        assertEquals(0, REGISTERED.fake().journal().count());
    }

    @Test
    void theRightPasswordLogsIn() throws Exception {
        HttpResponse<String> answer = logIn(cloud, "secret");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("access_token"), answer.body());
    }

    @RepeatedTest(2)
    void anOutageIsSeen() throws Exception {
        for (FakeControlByWeb each : new FakeControlByWeb[] {cloud, SHARED, REGISTERED.fake()}) {
            each.faults().on("POST", TOKEN).next(Fault.status(503));

            assertEquals(503, logIn(each, "secret").statusCode());
            assertEquals(200, logIn(each, "secret").statusCode());
            each.clock().advance(Duration.ofDays(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"guessed", "secret"})
    void aParameterIsTheFakeOfThisTest(
            String password, @Fake(username = "jane", password = "secret") FakeControlByWeb given) throws Exception {
        assertEquals(password.equals("secret"), logIn(given, password).statusCode() == 200);
        assertEquals(1, given.journal().count());
        assertSame(constructed, given);
    }

    @Nested
    class Inside {
        @Fake
        final FakeControlByWeb inner = FakeControlByWeb.withUser("jane", "secret");

        @Test
        void theFakesAroundAreUsedToo() throws Exception {
            for (FakeControlByWeb each : new FakeControlByWeb[] {inner, cloud, SHARED, constructed}) {
                assertEquals(200, logIn(each, "secret").statusCode());
                assertEquals(1, each.journal().count());
            }
            assertNotEquals(inner.port(), cloud.port());
        }
    }

    @Test
    void theSdkIsNotHere() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("dev.latchkey.core.ApiCall"));
    }

    @Test
    void junitIsOfTheVersionThatThisProjectHasChosen() {
        String jar = Test.class.getProtectionDomain().getCodeSource().getLocation().getPath();

        assertTrue(jar.endsWith("junit-jupiter-api-" + System.getProperty("expected.junit") + ".jar"), jar);
    }

    private static HttpResponse<String> logIn(FakeControlByWeb cloud, String password)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(cloud.baseUrl() + TOKEN))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&username=jane&password=" + password))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
