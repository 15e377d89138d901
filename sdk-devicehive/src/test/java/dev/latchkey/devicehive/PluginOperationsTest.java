package dev.latchkey.devicehive;

import static dev.latchkey.devicehive.TokenOperationsTest.requireFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakePlugin;
import dev.latchkey.fake.devicehive.FakeUser;
import dev.latchkey.fake.devicehive.TokenPayload;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginOperationsTest {
    private static final String TOPIC = "janes_topic";

    @Fake
    final FakeDeviceHive fake = Marked.fake("admin");

    private DeviceHiveClient client;

    @BeforeEach
    void open() {
        fake.addUser(FakeUser.client("jane", Marked.PASSWORD).id(10).build());
        fake.addPlugin(new FakePlugin(TOPIC, "jane"));
        client = client("jane");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theOwnerCreatesTokensThatTheServerVerifies() {
        Instant end = fake.clock().instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        JwtTokens tokens = client.plugin()
                .createToken(NewPluginToken.builder(TOPIC)
                        .actions(Action.GET_DEVICE_NOTIFICATION, Action.GET_DEVICE_COMMAND)
                        .expiration(end)
                        .build())
                .execute();

        JwtPayload verified = client.plugin().authenticate(tokens.accessToken()).execute();

        assertThat(verified)
                .isEqualTo(new JwtPayload(
                        JwtPayload.Type.ACCESS,
                        null,
                        TOPIC,
                        List.of(Action.GET_DEVICE_NOTIFICATION, Action.GET_DEVICE_COMMAND),
                        null,
                        null,
                        null,
                        end));
        assertThat(verified).isEqualTo(tokens.accessPayload().orElseThrow());
        assertThat(client.token()
                        .refresh(tokens.refreshToken())
                        .execute()
                        .accessPayload()
                        .orElseThrow()
                        .topic())
                .isEqualTo(TOPIC);
    }

    @Test
    void actionsLeftOutAreNone() {
        JwtTokens tokens = client.plugin()
                .createToken(NewPluginToken.builder(TOPIC).build())
                .execute();

        assertThat(client.plugin().authenticate(tokens.accessToken()).execute().actions())
                .isNull();
    }

    @Test
    void aRefusedCreationSaysWhy() {
        requireFailure(
                create(client, "no_such_topic"), ForbiddenException.class, "No permisions or invalid topic name");
        requireFailure(create(client, "*"), ForbiddenException.class, "No permisions or invalid topic name");
        try (DeviceHiveClient admin = client("admin")) {
            assertThat(catchThrowableOfType(ForbiddenException.class, create(admin, TOPIC)::execute)
                            .serverMessage()
                            .orElseThrow())
                    .endsWith("is not a plugin creator");
            assertThat(create(admin, "*")
                            .execute()
                            .accessPayload()
                            .orElseThrow()
                            .topic())
                    .isEqualTo("*");
        }
        try (DeviceHiveClient limited = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .accessToken(fake.sign(TokenPayload.userAccess(10).withActions(15)))
                .build()) {
            requireFailure(create(limited, TOPIC), ForbiddenException.class, "Access is denied");
        }
        requireFailure(
                client.request("POST", "/token/plugin/create")
                        .json("{\"tpc\":\"" + TOPIC + "\",\"a\":[\"GetDevice\"]}")
                        .returningText(),
                BadRequestException.class,
                "Invalid request parameters");
    }

    @Test
    void aRefusedTokenSaysWhy() {
        requireRefused(fake.sign(TokenPayload.pluginRefresh(TOPIC)), "Invalid token type");
        requireRefused(
                fake.sign(TokenPayload.pluginAccess(TOPIC)
                        .withExpiresAt(fake.clock().instant().minusSeconds(1))),
                "Token has expired");
        requireRefused(fake.sign(TokenPayload.pluginAccess("gone")), "Plugin is not found");
        requireRefused("garbage", "Token is not valid");
        requireRefused(fake.sign(TokenPayload.userAccess(10)), "Token is not valid");
        requireFailure(
                client.request("GET", "/token/plugin/authenticate").anonymous().returningText(),
                UnauthorizedException.class,
                "Token is empty");
        fake.settings().pluginAuthenticationBroken(true);
        requireRefused(fake.sign(TokenPayload.pluginAccess(TOPIC)), "Token is not valid");
        assertThat(client.session().state()).isEqualTo(SessionState.NEW);
    }

    @Test
    void aVerificationChangesNothingAndIsRepeated() {
        fake.faults()
                .on("GET", "/token/plugin/authenticate")
                .next(Fault.answerLost())
                .next(Fault.status(503).retryAfter(0));

        assertThat(client.plugin()
                        .authenticate(fake.sign(TokenPayload.pluginAccess(TOPIC)))
                        .execute()
                        .topic())
                .isEqualTo(TOPIC);
        assertThat(fake.journal().count("GET", "/token/plugin/authenticate")).isEqualTo(3);
    }

    private void requireRefused(String token, String message) {
        requireFailure(client.plugin().authenticate(token), UnauthorizedException.class, message);
    }

    private static ApiCall<JwtTokens> create(DeviceHiveClient client, String topic) {
        return client.plugin()
                .createToken(NewPluginToken.builder(topic)
                        .actions(Action.GET_DEVICE_NOTIFICATION)
                        .build());
    }

    private DeviceHiveClient client(String login) {
        return DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(login, Marked.PASSWORD)
                .build();
    }
}
