package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakeUser;
import dev.latchkey.fake.devicehive.TokenPayload;
import dev.latchkey.fake.devicehive.UserStatus;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenOperationsTest {
    @Fake
    final FakeDeviceHive fake = Marked.fake("admin");

    private final TokenStore store = TokenStore.inMemory();
    private DeviceHiveClient client;

    @BeforeEach
    void open() {
        fake.addUser(FakeUser.client("jane", Marked.PASSWORD)
                .id(10)
                .networks(1, 2)
                .deviceTypes(1, 3)
                .build());
        client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("admin", Marked.PASSWORD)
                .tokenStore(store)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aLoginYieldsTokensAndLeavesTheSessionAlone() {
        JwtTokens tokens = client.token().login("jane", Marked.PASSWORD).execute();

        JwtPayload access = tokens.accessPayload().orElseThrow();
        assertThat(access.userId()).isEqualTo(10);
        assertThat(access.actions()).hasSize(13).contains(Action.MANAGE_TOKEN).doesNotContain(Action.MANAGE_USER);
        assertThat(access.networkIds()).containsExactly("1", "2");
        assertThat(access.deviceTypeIds()).containsExactly("1", "3");
        assertThat(tokens.refreshPayload().orElseThrow().type()).isEqualTo(JwtPayload.Type.REFRESH);
        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isTrue();
        assertThat(client.session().state()).isEqualTo(SessionState.NEW);
    }

    @Test
    void aRefusedLoginIsUnauthorizedAndSentOnce() {
        fake.addUser(FakeUser.client("joe", Marked.PASSWORD)
                .status(UserStatus.DISABLED)
                .build());

        requireFailure(client.token().login("jane", "wrong"), UnauthorizedException.class, "Invalid credentials");
        requireFailure(
                client.token().login("Jane", Marked.PASSWORD),
                UnauthorizedException.class,
                "User with login = Jane not found or bad password");
        requireFailure(
                client.token().login("joe", Marked.PASSWORD),
                UnauthorizedException.class,
                "User is locked or disabled");
        assertThat(fake.journal().count("POST", "/token")).isEqualTo(3);
    }

    @Test
    void theTenthWrongPasswordLocksTheUser() {
        for (int attempt = 1; attempt <= 10; attempt++) {
            requireFailure(client.token().login("jane", "wrong"), UnauthorizedException.class, "Invalid credentials");
        }
        requireFailure(
                client.token().login("jane", Marked.PASSWORD),
                UnauthorizedException.class,
                "User is locked or disabled");
    }

    @Test
    void aLoginIsNotRepeatedWhateverHappens() {
        fake.faults().on("POST", "/token").next(2, Fault.status(503).retryAfter(0));

        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> client.token().login("jane", Marked.PASSWORD).execute());
        assertThat(fake.journal().count()).isEqualTo(1);
    }

    @Test
    void createdTokensAreForWhomAndWhatWasAsked() {
        Instant end = fake.clock().instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);

        JwtTokens tokens = client.token()
                .create(NewToken.builder(10)
                        .actions(Action.GET_DEVICE, Action.CREATE_DEVICE_NOTIFICATION)
                        .networks(1)
                        .deviceTypes(3)
                        .expiration(end)
                        .refreshExpiration(end.plusSeconds(60))
                        .build())
                .execute();

        assertThat(tokens.accessPayload().orElseThrow())
                .isEqualTo(new JwtPayload(
                        JwtPayload.Type.ACCESS,
                        10L,
                        null,
                        List.of(Action.GET_DEVICE, Action.CREATE_DEVICE_NOTIFICATION),
                        List.of("1"),
                        List.of("3"),
                        null,
                        end));
        assertThat(tokens.refreshPayload().orElseThrow().expiresAt()).isEqualTo(end.plusSeconds(60));
        assertThat(client.session().state()).isEqualTo(SessionState.ACTIVE);
        assertThat(fake.journal().count("POST", "/token")).isEqualTo(1);
    }

    @Test
    void whatTheClientRefusesWouldHaveBeenEverything() {
        JwtTokens tokens = client.token()
                .create(NewToken.builder(10)
                        .actions(Action.of("GetDevce"))
                        .networks(1)
                        .deviceTypes(3)
                        .riskEveryClientAction()
                        .build())
                .execute();

        assertThat(tokens.accessPayload().orElseThrow().permitsEveryClientAction())
                .isTrue();
        try (DeviceHiveClient escalated = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .accessToken(tokens.accessToken())
                .build()) {
            assertThat(escalated.token().create(token(10)).execute().accessToken())
                    .isNotEmpty();
        }
    }

    @Test
    void noneIsATokenThatMayDoNothing() {
        JwtTokens tokens = client.token()
                .create(NewToken.builder(10)
                        .actions(Action.NONE)
                        .allNetworks()
                        .allDeviceTypes()
                        .build())
                .execute();

        assertThat(tokens.accessPayload().orElseThrow().actions()).containsExactly(Action.NONE);
        try (DeviceHiveClient powerless = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .accessToken(tokens.accessToken())
                .build()) {
            requireFailure(powerless.token().create(token(10)), ForbiddenException.class, "Access is denied");
        }
    }

    @Test
    void aRefusedCreationSaysWhy() {
        fake.addUser(FakeUser.client("joe", Marked.PASSWORD)
                .id(11)
                .status(UserStatus.LOCKED_OUT)
                .build());

        requireFailure(client.token().create(token(4711)), NotFoundException.class, "User with id = 4711 not found");
        requireFailure(client.token().create(token(11)), ForbiddenException.class, "User is locked or disabled");
    }

    @Test
    void theStatusDecidesAndTheCodeIsWhatTheBodySays() {
        fake.faults()
                .on("POST", "/token/create")
                .next(Fault.status(403).json("{\"error\":404,\"message\":\"User with id = 1 not found\"}"));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.token().create(token(10)).execute())
                .satisfies(e -> {
                    assertThat(e.status()).hasValue(403);
                    assertThat(e.code()).hasValue("404");
                    assertThat(e.serverMessage()).hasValue("User with id = 1 not found");
                });
    }

    @Test
    void whatTheServerValidatesIsABadRequestWithFields() {
        ApiCall<String> incomplete = client.request("POST", "/token/create")
                .json("{\"actions\":[\"GetDevice\"]}")
                .returningText();
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(incomplete::execute)
                .satisfies(e -> assertThat(e.fieldErrors()).isEqualTo(Map.of("userId", List.of("must not be null"))));
        requireFailure(
                client.request("POST", "/token/create")
                        .json("{\"userId\":10,\"actions\":[true]}")
                        .returningText(),
                BadRequestException.class,
                "Actions list should contain only Strings or Integers");
        requireFailure(
                client.request("POST", "/token/create").json("{\"userId\":").returningText(),
                BadRequestException.class,
                "Invalid request parameters");
        requireFailure(
                client.request("POST", "/token")
                        .json("{\"login\":\"jane\"}")
                        .anonymous()
                        .returningText(),
                BadRequestException.class,
                "Invalid or empty authorization request parameters");
        requireFailure(
                client.request("POST", "/token/create").anonymous().json("{}").returningText(),
                UnauthorizedException.class,
                "Unauthorized");
    }

    @Test
    void aCreationIsRepeatedOnlyIfItCannotHaveHappened() {
        client.session().login().execute();
        fake.faults().on("POST", "/token/create").next(Fault.status(503).retryAfter(0));
        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> client.token().create(token(10)).execute());

        fake.faults().on("POST", "/token/create").next(Fault.status(429).retryAfter(0));
        client.token().create(token(10)).execute();
        assertThat(fake.journal().count("POST", "/token/create")).isEqualTo(3);
    }

    @Test
    void aRefreshYieldsAnAccessTokenAsOftenAsWanted() {
        JwtTokens tokens = client.token().login("jane", Marked.PASSWORD).execute();

        JwtTokens first = client.token().refresh(tokens.refreshToken()).execute();
        JwtTokens second = client.token().refresh(tokens.refreshToken()).execute();

        assertThat(first.refreshToken()).isNull();
        assertThat(first.refreshPayload()).isEmpty();
        assertThat(fake.isAccessTokenAlive(first.accessToken())).isTrue();
        assertThat(fake.isAccessTokenAlive(second.accessToken())).isTrue();
        assertThat(first.accessPayload().orElseThrow().networkIds()).containsExactly("1", "2");
    }

    @Test
    void theSessionsOwnRefreshTokenMayBuyAnotherAccessToken() throws Exception {
        client.session().login().execute();
        String own = store.load(new SessionKey("devicehive", fake.baseUrl(), "admin"))
                .tokens()
                .refreshToken();

        assertThat(fake.isAccessTokenAlive(client.token().refresh(own).execute().accessToken()))
                .isTrue();
        assertThat(client.token().create(token(10)).execute().accessToken()).isNotEmpty();
        client.session().renew().execute();
        assertThat(fake.journal().count("POST", "/token")).isEqualTo(1);
    }

    @Test
    void aRefusedRefreshSaysWhy() {
        JwtTokens tokens = client.token().login("jane", Marked.PASSWORD).execute();
        String late = fake.sign(TokenPayload.userRefresh(10)
                .withExpiresAt(fake.clock().instant().minusSeconds(1)));

        requireFailure(client.token().refresh(late), UnauthorizedException.class, "Token has expired");
        requireFailure(client.token().refresh(tokens.accessToken()), UnauthorizedException.class, "Invalid token type");
        requireFailure(client.token().refresh("garbage"), UnauthorizedException.class, "Unauthorized");
        requireFailure(
                client.token().refresh(fake.signWith("somebody-elses-secret", TokenPayload.userRefresh(10))),
                UnauthorizedException.class,
                "Unauthorized");
        fake.changeStatus("jane", UserStatus.LOCKED_OUT);
        requireFailure(client.token().refresh(tokens.refreshToken()), UnauthorizedException.class, "Unauthorized");
        requireFailure(
                client.token().refresh(fake.sign(TokenPayload.pluginRefresh("gone"))),
                UnauthorizedException.class,
                "Plugin is not found");
        requireFailure(
                client.request("POST", "/token/refresh").json("{}").anonymous().returningText(),
                ServerErrorException.class,
                "JWT String argument cannot be null or empty.");
    }

    @Test
    void aRefreshIsRepeatedSinceItSpendsNothing() {
        JwtTokens tokens = client.token().login("jane", Marked.PASSWORD).execute();
        fake.faults()
                .on("POST", "/token/refresh")
                .next(Fault.answerLost())
                .next(Fault.status(503).retryAfter(0));

        assertThat(client.token().refresh(tokens.refreshToken()).execute().accessToken())
                .isNotEmpty();
        assertThat(fake.journal().count("POST", "/token/refresh")).isEqualTo(3);
    }

    static NewToken token(long userId) {
        return NewToken.builder(userId)
                .actions(Action.GET_DEVICE)
                .allNetworks()
                .allDeviceTypes()
                .build();
    }

    static void requireFailure(ApiCall<?> call, Class<? extends ApiException> type, String message) {
        assertThatExceptionOfType(type)
                .isThrownBy(call::execute)
                .satisfies(e -> assertThat(e.serverMessage()).hasValue(message));
    }
}
