package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the frontend says where no recording is at hand. */
class FrontendTest {
    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.withAdmin("dhadmin", "secret");

    private final Client client = new Client(fake);
    private String admin;

    @BeforeEach
    void logIn() {
        fake.addUser(FakeUser.client("ann", "her-password")
                .id(15)
                .data("{\"team\": \"north\"}")
                .build());
        admin = fake.logIn("dhadmin").accessToken();
    }

    @Test
    void aConfigurationIsSetReadChangedAndDeleted() throws Exception {
        Answer unset = send("GET", "/configuration/greeting", null);
        assertThat(unset.status()).isEqualTo(404);
        assertThat(unset.members())
                .containsEntry("error", "Not Found")
                .containsEntry("path", "/api/rest/configuration/greeting");

        assertThat(send("PUT", "/configuration/greeting", "{\"value\": \"hello\"}")
                        .members())
                .containsEntry("id", null)
                .containsEntry("name", "greeting")
                .containsEntry("value", "hello");
        send("PUT", "/configuration/greeting", "{\"value\": \"hi\"}");
        assertThat(send("GET", "/configuration/greeting", null).members())
                .containsEntry("id", 1L)
                .containsEntry("value", "hi")
                .containsEntry("entityVersion", 1L);
        assertThat(send("DELETE", "/configuration/greeting", null).status()).isEqualTo(204);
        assertThat(send("DELETE", "/configuration/greeting", null).text("message"))
                .isEqualTo("Requested config with name = greeting not found in the database");
        assertThat(send("PUT", "/configuration/greeting", "{}").status()).isEqualTo(400);
        assertThat(send("PUT", "/configuration/greeting", "").status()).isEqualTo(400);
    }

    @Test
    void theAuthServiceTellsOfItselfToo() throws Exception {
        assertThat(client.get("/info").text("webSocketServerUrl")).endsWith("/auth/websocket");
        assertThat(client.sendTo(fake.deviceApiUrl() + "/info", "GET", null).text("webSocketServerUrl"))
                .startsWith("ws://127.0.0.1:")
                .endsWith("/api/websocket");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /user/abc, 404, HTTP 404 Not Found",
        "GET, /user/99999999999999999999, 404, HTTP 404 Not Found",
        "GET, /user?take=many, 404, HTTP 404 Not Found",
        "GET, /user/15/network, 404, HTTP 404 Not Found",
        "GET, /users, 404, HTTP 404 Not Found",
        "PATCH, /user/15, 405, HTTP 405 Method Not Allowed",
        "GET, /user/15/devicetype/all, 404, HTTP 404 Not Found",
        "GET, /user/1/devicetype/999, 404, Device type with id 999 for user with id 1 not found",
        "GET, /user/999/network/1, 404, User with id = 999 not found",
        "DELETE, /user/999, 404, User with id = 999 not found",
        "GET, /network/999, 404, Network with id = 999 not found",
        "DELETE, /devicetype/999, 404, Device type with id = 999 not found"
    })
    void whatIsNotThereIsNotFound(String method, String path, int status, String message) throws Exception {
        Answer answer = send(method, path, method.equals("PATCH") ? "{}" : null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("message")).isEqualTo(message);
    }

    @Test
    void aSlashBehindThePathIsTaken() throws Exception {
        assertThat(send("GET", "/user/15/", null).text("login")).isEqualTo("ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'login': 'x@y', 'role': 2, 'password': 'secret'|400",
                "'login': 'x@y', 'role': 'CLIENT', 'password': 'secret'|400",
                "'login': 'x@y', 'role': '1', 'password': 'secret'|201",
                "'login': 'x@y', 'role': 1.0, 'password': 'secret'|201",
                "'login': ' x@y ', 'role': 1, 'password': 'secret'|201",
                "'login': 'ANN', 'role': 1, 'password': 'secret'|201",
                "'login': 'a-n', 'role': 1, 'password': 'secret'|201",
                "'login': 'a n', 'role': 1, 'password': 'secret'|400",
                "'login': ' ann ', 'role': 1, 'password': 'secret'|403",
                "'login': 'x@y', 'role': 1, 'password': 'secret', 'status': 4|400",
                "'login': 'x@y', 'role': 1, 'password': 'secret', 'status': 3|500",
                "'login': 'x@y', 'role': 1, 'password': 'secret', 'data': []|400",
                "'role': 1, 'password': 'secret'|400",
                "'login': 'x@y', 'role': 1|400"
            })
    void aUserIsCreatedOrNot(String members, int status) throws Exception {
        assertThat(send("POST", "/user", "{" + members.replace('\'', '"') + "}").status())
                .isEqualTo(status);
    }

    @Test
    void aBodyIsWantedForAUserAndNotForAChange() throws Exception {
        assertThat(send("POST", "/user", "").text("message")).isEqualTo("Error! Validation failed: Object is null");
        assertThat(send("PUT", "/user/15", "").status()).isEqualTo(204);
        assertThat(send("GET", "/user/15", null).members()).containsEntry("data", Map.of("team", "north"));
        assertThat(send("PUT", "/user/999", "").status()).isEqualTo(404);
        assertThat(send("PUT", "/user/15", "{}").status()).isEqualTo(204);
        assertThat(send("GET", "/user/15", null).members()).containsEntry("data", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'login': ''|400",
                "'login': 'bo'|500",
                "'login': 'dhadmin'|403",
                "'login': 'ann'|204",
                "'login': null, 'password': null|204",
                "'role': 5|500",
                "'status': -1|500",
                "'introReviewed': 'yes'|204",
                "'password': ''|204",
                "'password': 'short'|400",
                "'id': 7, 'unknown': {}|204"
            })
    void aUserIsChangedOrNot(String members, int status) throws Exception {
        assertThat(send("PUT", "/user/15", "{" + members.replace('\'', '"') + "}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aPatternIsThatOfSql() throws Exception {
        for (String pattern : List.of("a%25", "_nn", "%25n%25", "ann")) {
            assertThat(send("GET", "/user?loginPattern=" + pattern + "&login=nobody", null)
                            .json())
                    .as(pattern)
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSizeGreaterThanOrEqualTo(1);
        }
        assertThat(send("GET", "/user?loginPattern=a", null).body()).isEqualTo("[]");
        assertThat(send("GET", "/user?take=0", null).body()).isEqualTo("[]");
        assertThat(send("GET", "/user?role=7", null).body()).isEqualTo("[]");
    }

    @Test
    void aListWithoutAnOrderHasAUserThatWasChangedAtItsEnd() throws Exception {
        send("PUT", "/user/1", "{\"introReviewed\": true}");

        assertThat(send("GET", "/user", null).body()).matches("\\[\\{\"id\":15,.*\\{\"id\":1,.*");
        assertThat(send("GET", "/user?sortField=id&skip=1", null).body()).startsWith("[{\"id\":15,");
    }

    @Test
    void aQueryThatIsNeverAnsweredIsInTheJournal() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> send("GET", "/network?take=-1", null));

        assertThat(fake.journal().requests("GET", "/api/rest/network"))
                .extracting(entry -> entry.fault())
                .containsExactly("the server never answers: take or skip is negative");
    }

    @Test
    void aClientChangesNeitherItsLoginNorItsRole() throws Exception {
        String ann = fake.logIn("ann").accessToken();

        for (String body : List.of("{\"login\": \"ann\"}", "{\"role\": 1}", "{\"status\": 0}")) {
            assertThat(send(ann, "PUT", "/user/current", body).text("message"))
                    .isEqualTo("Admin permissions required for this action");
        }
        assertThat(send(ann, "DELETE", "/network/1", null).status()).isEqualTo(403);
    }

    @Test
    void aRenamedUserKeepsItsPluginsAndItsNumber() throws Exception {
        fake.addPlugin(new FakePlugin("topic", "ann"));
        send("PUT", "/user/15", "{\"login\": \"ann.stone\"}");

        assertThat(fake.user("ann.stone").id()).isEqualTo(15);
        assertThat(fake.isAccessTokenAlive(fake.sign(TokenPayload.pluginAccess("topic"))))
                .isTrue();
    }

    @Test
    void aNameIsWantedAndTakenOnce() throws Exception {
        assertThat(send("POST", "/network", "").status()).isEqualTo(400);
        assertThat(send("POST", "/network", "{}").status()).isEqualTo(400);
        assertThat(send("PUT", "/network/1", "").status()).isEqualTo(204);
        assertThat(send("POST", "/devicetype", "{\"name\": \"Cars\"}").text("message"))
                .isEqualTo("Device type cannot be created. Device type with such name already exists");
    }

    @Test
    void whatIsNoObjectIsNoData() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeUser.client("x", "y").data("[]"));
    }

    private Answer send(String method, String path, String body) throws IOException {
        return send(admin, method, path, body);
    }

    private Answer send(String token, String method, String path, String body) throws IOException {
        return client.sendTo(
                fake.deviceApiUrl() + path,
                method,
                body == null ? null : RequestBody.create(body, MediaType.get("application/json")),
                "Authorization",
                "Bearer " + token);
    }
}
