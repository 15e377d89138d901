package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /token/plugin/create} and {@code GET /token/plugin/authenticate}. */
class PluginTest {
    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.withAdmin("admin", "adminLEAK7Q4Z");

    private final HiveClient client = new HiveClient(fake);
    private String admin;
    private String jane;

    @BeforeEach
    void addAPluginOfJanes() {
        fake.addUser(FakeUser.client("jane", "janeLEAK7Q4Z").id(10).build()).addPlugin(new FakePlugin("hers", "jane"));
        admin = fake.logIn("admin").accessToken();
        jane = fake.logIn("jane").accessToken();
    }

    @Test
    void theOwnerMakesTokensThatAuthenticateThePlugin() throws Exception {
        Answer tokens = client.createForPlugin(jane, "{'tpc': 'hers', 'a': [5, 4, 99], 'e': '2099-01-01', 't': 0}");

        assertThat(tokens.status()).isEqualTo(201);
        assertThat(fake.payload(tokens.text("refreshToken")).refresh()).isTrue();
        Answer answer = client.authenticatePlugin(tokens.text("accessToken"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"tpc\":\"hers\",\"a\":[5,4,99],\"e\":\"2099-01-01T00:00:00.000\",\"t\":1}");
        Answer renewed = client.refresh(tokens.text("refreshToken"));
        assertThat(fake.payload(renewed.text("accessToken")).actions()).containsExactly(5, 4, 99);
    }

    @Test
    void withoutActionsTheyAreNull() throws Exception {
        String token = client.createForPlugin(jane, "{'tpc': 'hers'}").text("accessToken");

        assertThat(client.authenticatePlugin(token).members()).containsEntry("a", null);
    }

    @Test
    void anAdministratorMustOwnThePluginTooButMayHaveAllTopics() throws Exception {
        Answer hers = client.createForPlugin(admin, "{'tpc': 'hers'}");
        assertThat(hers.status()).isEqualTo(403);
        assertThat(hers.text("message")).isEqualTo("User with id 10 is not a plugin creator");

        assertThat(client.createForPlugin(admin, "{'tpc': '*'}").status()).isEqualTo(201);
        assertThat(client.createForPlugin(jane, "{'tpc': '*'}").text("message"))
                .isEqualTo("No permisions or invalid topic name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'tpc': null}", "{'tpc': 'unknown'}"})
    void aTopicThatIsMissingOrUnknownIsForbidden(String body) throws Exception {
        Answer answer = client.createForPlugin(jane, body);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("message")).isEqualTo("No permisions or invalid topic name");
    }

    @Test
    void anEmptyBodyIsA400AndNoTokenA401() throws Exception {
        assertThat(client.createForPlugin(jane, "").text("message"))
                .isEqualTo("Error! Validation failed: Object is null");
        assertThat(new Client(fake).postJson("/token/plugin/create", "{}").body())
                .isEqualTo("{\"error\":401,\"message\":\"Unauthorized\"}");
    }

    @Test
    void onlyALivePluginsAccessTokenAuthenticates() throws Exception {
        String expired =
                fake.sign(TokenPayload.pluginAccess("hers").withExpiresAt(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(message(fake.sign(TokenPayload.pluginRefresh("hers")))).isEqualTo("Invalid token type");
        assertThat(message(expired)).isEqualTo("Token has expired");
        assertThat(message(fake.sign(TokenPayload.pluginAccess("unknown")))).isEqualTo("Plugin is not found");
        assertThat(message(fake.signWith("anotherSecret", TokenPayload.pluginAccess("hers"))))
                .isEqualTo("Token is not valid");
        assertThat(message(jane)).isEqualTo("Token is not valid");
        assertThat(message("garbage")).isEqualTo("Token is not valid");
        assertThat(message("")).isEqualTo("Token is empty");
    }

    @Test
    void theTokenInTheHeaderIsNotTheQuestion() throws Exception {
        String token = fake.sign(TokenPayload.pluginAccess("hers"));

        Answer answer = new Client(fake).authorized("GET", "/token/plugin/authenticate", token);

        assertThat(answer.text("message")).isEqualTo("Token is empty");
    }

    @Test
    void aStockServerFindsEveryTokenInvalidButRefreshesIt() throws Exception {
        fake.settings().pluginAuthenticationBroken(true);

        assertThat(message(fake.sign(TokenPayload.pluginAccess("hers")))).isEqualTo("Token is not valid");
        assertThat(message("")).isEqualTo("Token is empty");
        assertThat(client.refresh(fake.sign(TokenPayload.pluginRefresh("hers"))).status())
                .isEqualTo(201);
    }

    @Test
    void thePluginItselfIsLetInByItsTokenWhileItAndItsOwnerLive() throws Exception {
        String plugin = fake.sign(TokenPayload.pluginAccess("hers").withActions(16));
        assertThat(client.createForPlugin(plugin, "{'tpc': 'hers'}").status()).isEqualTo(201);

        fake.changeStatus("jane", UserStatus.DISABLED);
        assertThat(fake.isAccessTokenAlive(plugin)).isFalse();
        fake.changeStatus("jane", UserStatus.ACTIVE);
        assertThat(fake.isAccessTokenAlive(plugin)).isTrue();
        fake.removePlugin("hers");
        assertThat(fake.isAccessTokenAlive(plugin)).isFalse();
        assertThat(client.refresh(fake.sign(TokenPayload.pluginRefresh("hers"))).text("message"))
                .isEqualTo("Plugin is not found");
    }

    @Test
    void aTokenWithAnActionThatDoesNotExistIsNotLetIn() {
        assertThat(fake.isAccessTokenAlive(fake.sign(TokenPayload.userAccess(10).withActions(2, 19))))
                .isFalse();
        assertThat(fake.isAccessTokenAlive(fake.sign(TokenPayload.userAccess(10).withActions(0, 19))))
                .isTrue();
    }

    @Test
    void aPluginNeedsATopicAndAnOwner() {
        assertThatThrownBy(() -> fake.addPlugin(new FakePlugin("another", "nobody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no user nobody; there are [admin, jane]");
        for (String topic : List.of(" ", "*")) {
            assertThatThrownBy(() -> new FakePlugin(topic, "jane")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> fake.removePlugin("unknown")).hasMessageContaining("there are [hers]");
    }

    private String message(String token) throws Exception {
        Answer answer = client.authenticatePlugin(token);
        assertThat(answer.status()).isEqualTo(401);
        return answer.text("message");
    }
}
