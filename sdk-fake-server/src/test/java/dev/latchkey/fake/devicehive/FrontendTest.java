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
        assertThat(send("PUT", "/configuration/greeting", "{}").text("message"))
                .endsWith("On property value (value: null): value field cannot be null. ; ");
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
                "'login': 'b o'|500",
                "'login': 'bo', 'password': 'short'|400",
                "'login': ' ann '|204",
                "'login': ' dhadmin '|403",
                "'login': 'dhadmin'|403",
                "'login': 'ann'|204",
                "'login': null, 'password': null|204",
                "'role': 5|500",
                "'status': -1|500",
                "'introReviewed': 'yes'|204",
                "'introReviewed': 1|400",
                "'role': 9999999999|400",
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
        assertThat(send("POST", "/network", "").status()).isEqualTo(500);
        assertThat(send("PUT", "/network/1", "").status()).isEqualTo(500);
        assertThat(send("POST", "/network", "{}").text("message"))
                .endsWith("\nOn property name (value: null): name field cannot be null. ; ");
        assertThat(send("POST", "/network", "{\"name\": \"\"}").text("message"))
                .contains("On property name (value: ): Field cannot be empty.");
        assertThat(send("POST", "/network", "{\"name\": \"x\", \"description\": \"" + "x".repeat(129) + "\"}")
                        .text("message"))
                .contains("On property description (value: xxx");
        assertThat(send("POST", "/devicetype", "{\"name\": \"Cars\"}").text("message"))
                .isEqualTo("Device type cannot be created. Device type with such name already exists");
        assertThat(send("PUT", "/devicetype/1", "{\"name\": \"Cars\"}").status())
                .isEqualTo(500);
        assertThat(send("PUT", "/devicetype/7", "{\"name\": \"Cars\"}").status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"/network/1, network", "/devicetype/1, device type"})
    void whatHasDevicesIsDeletedByForceOnly(String path, String kind) throws Exception {
        fake.addDevice(new FakeDevice("lamp", "A lamp", 1, 1)).addDevice(new FakeDevice("oven", "An oven", 1, 1));

        assertThat(send("DELETE", path, null).body())
                .isEqualTo("{\"error\":400,\"message\":\"There are the following devices within this " + kind
                        + ": lamp, oven. Please review and delete them first.\"}");
        assertThat(send("DELETE", path + "?force=true", null).status()).isEqualTo(204);
        assertThat(send("DELETE", path + "?force=true", null).status()).isEqualTo(404);
    }

    @Test
    void whoMayManageNetworksChangesThoseThatHisTokenReaches() throws Exception {
        fake.addNetwork(new FakeNetwork(2, "north", null));
        String manager =
                fake.sign(TokenPayload.userAccess(1).withActions(14, 18).withNetworkIds(List.of("1")));

        assertThat(send(manager, "PUT", "/network/1", "{\"name\": \"south\"}").status())
                .isEqualTo(204);
        for (String method : List.of("PUT", "DELETE")) {
            assertThat(send(manager, method, "/network/2", method.equals("PUT") ? "{}" : null)
                            .text("message"))
                    .isEqualTo("Access is denied");
        }
        assertThat(send(manager, "PUT", "/user/15/network/2", "").status()).isEqualTo(204);
    }

    @Test
    void whoReachesNothingGetsAnEmptyListWhateverItAsks() throws Exception {
        String ann = fake.sign(TokenPayload.userAccess(15).withNetworkIds(List.of()));

        assertThat(send(ann, "GET", "/network?sortOrder=up&take=-1", null).body())
                .isEqualTo("[]");
        assertThat(send(ann, "GET", "/network?sortField=size", null).status()).isEqualTo(400);
        assertThat(send(ann, "GET", "/network/count", null).body()).isEqualTo("{\"count\":0}");
    }

    @Test
    void pathQueryAndBodyAreReadBeforeTheRightIsAskedFor() throws Exception {
        String ann = fake.logIn("ann").accessToken();

        assertThat(send(ann, "GET", "/user/me", null).status()).isEqualTo(404);
        assertThat(send(ann, "GET", "/user?take=many", null).status()).isEqualTo(404);
        assertThat(send(ann, "GET", "/user/count?take=many", null).status()).isEqualTo(403);
        assertThat(send(ann, "POST", "/user", "{\"data\": []}").status()).isEqualTo(400);
        assertThat(send(ann, "POST", "/user", "{\"role\": \"CLIENT\"}").status())
                .isEqualTo(400);
        assertThat(send("PUT", "/user/999", "{\"data\": \"text\"}").status()).isEqualTo(400);
        assertThat(send(ann, "POST", "/user", "").status()).isEqualTo(403);
    }

    @Test
    void aClientIsToldOfNobodyElseBeThereOneOrNot() throws Exception {
        String ann = fake.sign(TokenPayload.userAccess(15).withActions(12));

        for (String id : List.of("1", "999")) {
            Answer answer = send(ann, "GET", "/user/" + id, null);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"error\":404,\"message\":\"User with id = " + id + " not found\"}");
        }
        assertThat(send(ann, "GET", "/user/15", null).text("login")).isEqualTo("ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'role': 1, 'password': 'secret'|On property login (value: null): login field cannot be null. ; ",
                "'login': '', 'role': 1|On property login (value: ): Field login cannot be empty. The length of login"
                        + " should not be more than 128 symbols. ; ",
                "'login': 'x@y', 'role': 2|On property role (value: 2): The value of role should not be more than 1. ; ",
                "'login': 'x@y', 'status': -1|On property status (value: -1): The value of status should not be less"
                        + " than 0. ; ",
                "'login': 'x@y', 'role': 7, 'status': 9|On property role (value: 7): The value of role should not be"
                        + " more than 1. ; #On property status (value: 9): The value of status should not be more than"
                        + " 3. ; ",
                "'login': 'ann', 'password': 'secret'|User role is invalid or empty",
                "'login': 'bo', 'role': 1|Password can contain only from 6 to 128 symbols!",
                "'login': 'b o', 'role': 1, 'password': 'secret'|Login can contain only lowercase or uppercase letters,"
                        + " numbers, and some special symbols (_@.)",
                "'login': '?', 'role': 1, 'password': 'secret'|Field cannot be empty. The length of login should be"
                        + " from 3 to 128 symbols.Login can contain only lowercase or uppercase letters, numbers, and"
                        + " some special symbols (_@.)"
            })
    void aRefusalOfAUserSaysWhatIsWrong(String members, String message) throws Exception {
        assertThat(send("POST", "/user", "{" + members.replace('\'', '"') + "}")
                        .text("message")
                        .strip())
                .endsWith(message.replace('#', '\n'));
    }

    @Test
    void aFrontendThatIsNotThereHasNoMethodsEither() throws Exception {
        fake.settings().deviceApi(false);

        assertThat(send("PATCH", "/user/15", "{}").status()).isEqualTo(404);
        assertThat(send("DELETE", "/info", null).status()).isEqualTo(404);
        assertThat(client.sendTo(fake.baseUrl() + "/info", "DELETE", null).status())
                .isEqualTo(405);
    }

    @Test
    void aTypeOfAUserWhoHasAllIsShownToWhoReachesIt() throws Exception {
        fake.addUser(
                FakeUser.client("bob", "his-password").id(16).deviceTypes(1).build());
        String bob = fake.logIn("bob").accessToken();

        assertThat(send(bob, "GET", "/user/15/devicetype/1", null).status()).isEqualTo(200);
        assertThat(send(bob, "GET", "/user/15/devicetype/2", null).text("message"))
                .isEqualTo("Device type with id 2 for user with id 15 not found");
    }

    @Test
    void aRefreshIsALoginToo() throws Exception {
        fake.clock().freeze();
        new HiveClient(fake).refresh(fake.logIn("ann").refreshToken());

        assertThat(send("GET", "/user/15", null).text("lastLogin"))
                .isEqualTo(Timestamps.write(fake.clock().instant()));
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
