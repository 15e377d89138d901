package dev.latchkey.fake.devicehive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Tested;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every endpoint asks of a request before it looks at it. */
class ProtocolTest {
    private static final String LOGIN = "{\"login\": \"admin\", \"password\": \"adminLEAK7Q4Z\"}";

    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.withAdmin("admin", "adminLEAK7Q4Z");

    private final Client client = new Client(fake);

    @Test
    void aBearerTokenThatIsNotGoodFailsEveryRequest() throws Exception {
        IssuedTokens tokens = fake.logIn("admin");
        String removed = fake.sign(TokenPayload.userAccess(99));
        String forged = fake.signWith("anotherSecret", TokenPayload.userAccess(1));
        String expired = fake.sign(
                TokenPayload.userAccess(1).withExpiresAt(fake.clock().instant().minusMillis(5)));

        for (String token : List.of(tokens.refreshToken(), removed, forged, expired, "garbage")) {
            for (Answer answer : everywhere("Bearer " + token)) {
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.body()).isEmpty();
                assertThat(answer.header("WWW-Authenticate")).isNull();
                assertThat(answer.header("Cache-Control")).contains("no-store");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer %s", "BEARER %s", "Basic YWRtaW46eA==", "Bearer", "Bearer ", "%s"})
    void aHeaderThatIsNoBearerTokenIsAFailureOfTheServer(String header) throws Exception {
        for (Answer answer : everywhere(header.formatted(fake.logIn("admin").accessToken()))) {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("Cache-Control")).isNull();
        }
    }

    @Test
    void aLiveTokenDoesNoHarmWhereNoneIsNeeded() throws Exception {
        IssuedTokens tokens = fake.logIn("admin");

        assertThat(everywhere("Bearer " + tokens.accessToken()))
                .extracting(Answer::status)
                .containsExactly(201, 500, 500, 403, 401, 404, 405);
    }

    private List<Answer> everywhere(String authorization) throws Exception {
        String[] header = {"Authorization", authorization};
        return List.of(
                client.postJson("/token", LOGIN, header),
                client.postJson("/token/refresh", "{}", header),
                client.postJson("/token/create", "", header),
                client.postJson("/token/plugin/create", "{}", header),
                client.get("/token/plugin/authenticate", header),
                client.get("/nowhere", header),
                client.get("/token", header));
    }

    @Test
    void whatFitsNoEndpointIsAnErrorInJson() throws Exception {
        Answer method = client.send("PUT", "/token", RequestBody.create(LOGIN, MediaType.get("application/json")));
        Answer path = client.get("/nowhere");

        assertThat(method.status()).isEqualTo(405);
        assertThat(method.body()).isEqualTo("{\"error\":405,\"message\":\"HTTP 405 Method Not Allowed\"}");
        assertThat(path.body()).isEqualTo("{\"error\":404,\"message\":\"HTTP 404 Not Found\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, 415",
        "text/plain, 415",
        "application/json; charset=utf-8, 201",
        "Application/JSON, 201",
    })
    void bodiesAreJson(String contentType, int status) throws Exception {
        RequestBody body = RequestBody.create(LOGIN.getBytes(UTF_8));

        Answer answer = client.send("POST", "/token", body, "Content-Type", contentType);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.members().get("error")).isEqualTo(status == 201 ? null : (Long) 415L);
    }

    @Test
    void aBodyWithoutATypeIsTakenForJson() throws Exception {
        byte[] login = LOGIN.getBytes(UTF_8);

        assertThat(client.send("POST", "/token", RequestBody.create(login)).status())
                .isEqualTo(201);
        assertThat(client.send("POST", "/token", RequestBody.EMPTY).status()).isEqualTo(400);
    }

    @Test
    void aSlashBehindThePathDoesNoHarm() throws Exception {
        assertThat(client.postJson("/token/", LOGIN).status()).isEqualTo(201);
        assertThat(fake.journal().count("POST", "/token")).isEqualTo(1);
        assertThat(client.postJson("/token//", LOGIN).status()).isEqualTo(404);
    }

    @Test
    void aTokenWhoseStandardExpiryIsOverIsRefused() throws Exception {
        fake.settings().signingSecret("c2VjcmV0");
        String payload = "{\"payload\":{\"a\":[0],\"e\":4102444800000,\"t\":1,\"u\":1},\"exp\":%d}";
        long now = fake.clock().instant().getEpochSecond();

        assertThat(fake.isAccessTokenAlive(Jwt.sign(payload.formatted(now + 60), "c2VjcmV0")))
                .isTrue();
        String over = Jwt.sign(payload.formatted(now - 60), "c2VjcmV0");
        Answer refused = client.postJson("/token/create", "{}", "Authorization", "Bearer " + over);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"text/html | 406", "text/html, */*;q=0.1 | 201", "application/* | 201", "Application/JSON | 201"})
    void answersAreJson(String accept, int status) throws Exception {
        assertThat(client.postJson("/token", LOGIN, "Accept", accept).status()).isEqualTo(status);
        assertThat(client.get("/token/plugin/authenticate", "Accept", accept).status())
                .isEqualTo(status == 201 ? 401 : status);
    }

    @Test
    void anEndpointOfTheTestsOwnMayWantALiveToken() throws Exception {
        fake.handleAuthorized("GET", "/device/{id}", request -> FakeResponse.text(200, request.pathVariable("id")));
        String token = fake.logIn("admin").accessToken();

        assertThat(client.authorized("GET", "/device/7", token).body()).isEqualTo("7");
        assertThat(client.get("/device/7").body()).isEqualTo("{\"error\":401,\"message\":\"Unauthorized\"}");
        fake.clock().advance(Duration.ofMinutes(31));
        Answer late = client.authorized("GET", "/device/7", token);
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.body()).isEmpty();
    }
}
