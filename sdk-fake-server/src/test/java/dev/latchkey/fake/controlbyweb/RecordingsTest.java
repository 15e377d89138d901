package dev.latchkey.fake.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the fake's answers against those of a real server of the same family, recorded on loopback. */
class RecordingsTest {
    private static final int RECORDED_PORT = 18181;

    @Tested
    final FakeControlByWeb fake = FakeControlByWeb.withUser("admin", "secret");

    private final Client client = new Client(fake);

    private interface Scenario {
        Answer run(RecordingsTest test) throws IOException;
    }

    static Stream<Arguments> scenarios() {
        return Stream.of(
                scenario("01-password-grant", test -> test.client.logIn("admin", "secret")),
                scenario("02-bad-password", test -> test.client.logIn("admin", "wrong")),
                scenario(
                        "03-missing-password",
                        test -> test.client.postForm("/v1/auth/token", "grant_type", "password", "username", "admin")),
                scenario("05-missing-grant", test -> test.client.postForm("/v1/auth/token", "username", "admin")),
                scenario(
                        "07-refresh-1",
                        test -> test.client.refresh(test.fake.logIn("admin").refreshToken())),
                scenario("08-reuse-old", RecordingsTest::reuse),
                scenario("10-garbage-refresh", test -> test.client.refresh("garbage")),
                scenario(
                        "12-me-json-noauth",
                        test -> test.client.get("/v1/accounts/1234/tokens", "Accept", "application/json")),
                scenario("13-me-noaccept-noauth", test -> test.client.get("/v1/accounts/1234/tokens")),
                scenario(
                        "20-logout",
                        test -> test.logOut(test.fake.logIn("admin").accessToken())),
                scenario("22-refresh-after-logout", RecordingsTest::refreshAfterLogout),
                scenario("23-logout-again", RecordingsTest::logOutTwice),
                scenario("30-reset-link-422", test -> test.client.postForm("/v1/auth/reset-password")),
                scenario(
                        "33-reset-link-ok",
                        test -> test.client.postForm("/v1/auth/reset-password", "email", "admin@example.com")),
                scenario("35-reset-badtoken", RecordingsTest::resetWithWrongToken),
                scenario("40-throttled-json", RecordingsTest::exhaustTheLimit));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void theFakeAnswersAsTheRecordedServerDid(String name, Scenario scenario) throws Exception {
        fake.settings().tokenRequestsPerMinute(30).requestsPerMinute(60).resetAnswers(ResetAnswers.FRAMEWORK);
        Recording recording = Recording.read(name);

        Answer answer = scenario.run(this);

        assertThat(answer.status()).isEqualTo(recording.status());
        assertThat(answer.reason()).isEqualTo(recording.reason());
        assertThat(headers(answer)).isEqualTo(recording.headers(fake.port()));
        if (recording.isJson()) {
            assertThat(withoutChance(answer.body())).containsAllEntriesOf(withoutChance(recording.body()));
        } else {
            assertThat(answer.body()).isEqualTo(recording.at(fake.port()));
        }
    }

    @Test
    void everyRecordingIsHeldAgainstTheFake() throws Exception {
        Stream<String> names = scenarios().map(arguments -> (String) arguments.get()[0]);

        assertThat(names).doesNotHaveDuplicates().hasSize(16).allSatisfy(name -> Recording.read(name));
    }

    private Answer logOut(String accessToken) throws IOException {
        return client.authorized("POST", "/v1/auth/logout", accessToken);
    }

    private Answer reuse() throws IOException {
        IssuedTokens tokens = fake.logIn("admin");
        client.refresh(tokens.refreshToken());
        return client.refresh(tokens.refreshToken());
    }

    private Answer refreshAfterLogout() throws IOException {
        IssuedTokens tokens = fake.logIn("admin");
        logOut(tokens.accessToken());
        return client.refresh(tokens.refreshToken());
    }

    private Answer logOutTwice() throws IOException {
        IssuedTokens tokens = fake.logIn("admin");
        logOut(tokens.accessToken());
        return logOut(tokens.accessToken());
    }

    private Answer resetWithWrongToken() throws IOException {
        return client.postForm(
                "/v1/auth/reset/password",
                "email",
                "admin@example.com",
                "password",
                "long enough",
                "password_confirmation",
                "long enough",
                "token",
                "wrong");
    }

    private Answer exhaustTheLimit() throws IOException {
        for (int i = 0; i < 30; i++) {
            client.refresh("garbage");
        }
        return client.refresh("garbage");
    }

    /** The headers that mean something; what is different each time is only said to be there. */
    private static Map<String, String> headers(Answer answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Length"));
        return known(headers);
    }

    private static Map<String, String> known(Map<String, String> headers) {
        for (String changing : new String[] {"Date", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After"}) {
            headers.computeIfPresent(changing, (name, value) -> "(some)");
        }
        return headers;
    }

    private static Map<String, Object> withoutChance(String json) {
        Map<String, Object> members = new LinkedHashMap<>(Json.asObject(Json.parse(json)));
        members.computeIfPresent("access_token", (name, token) -> ((String) token).substring(0, 36));
        members.computeIfPresent("refresh_token", (name, token) -> ((String) token).substring(0, 8));
        return members;
    }

    private static Arguments scenario(String name, Scenario scenario) {
        return Arguments.of(name, scenario);
    }

    private record Recording(String head, String body) {
        static Recording read(String name) throws IOException {
            try (InputStream in = RecordingsTest.class.getResourceAsStream("recordings/" + name + ".http")) {
                assertThat(in).as(name).isNotNull();
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                int end = text.indexOf("\r\n\r\n");
                return new Recording(text.substring(0, end), text.substring(end + 4));
            }
        }

        int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        String reason() {
            return head.lines().findFirst().orElseThrow().split(" ", 3)[2];
        }

        boolean isJson() {
            return body.startsWith("{");
        }

        String at(int port) {
            return body.replace(":" + RECORDED_PORT, ":" + port);
        }

        Map<String, String> headers(int port) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            head.lines().skip(1).forEach(line -> {
                String[] parts = line.split(": ", 2);
                headers.put(parts[0], parts[1].replace(":" + RECORDED_PORT, ":" + port));
            });
            headers.remove("Host");
            headers.remove("Connection");
            headers.remove("X-Powered-By");
            return known(headers);
        }
    }
}
