package dev.latchkey.core.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.TransportException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import dev.latchkey.core.vendor.LoginAttempt;
import dev.latchkey.core.vendor.TokenGrant;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuth2TokenServiceTest {
    private static final Tokens OLD = new Tokens("old-access", "old-refresh", null);
    private static final String PAIR = "\"access_token\":\"new-access\",\"refresh_token\":\"new-refresh\"";

    private @Nullable OAuth2Server opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void aLoginSendsThePasswordGrantWithoutAToken() {
        OAuth2Server server = open();
        server.answer(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600," + PAIR + "}");

        TokenGrant grant = login(server);

        RecordedRequest request = server.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /token HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("grant_type=password&username=jane&password=s%26cret");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(grant.tokens()).isEqualTo(new Tokens("new-access", "new-refresh", null));
        assertThat(grant.lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aRefreshSendsTheRefreshTokenGrantWithoutAToken() {
        OAuth2Server server = open();
        server.answer(200, "{" + PAIR + "}");

        refresh(server);

        RecordedRequest request = server.request();
        assertThat(request.getBody().utf8()).isEqualTo("grant_type=refresh_token&refresh_token=old-refresh");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void clientAndParametersFollowTheGrantInEachRequest() {
        OAuth2Server server = open(endpoint ->
                OAuth2TokenService.of(endpoint.withClient("my-app", "hush").withParameter("scope", "openid email")));
        server.answer(200, "{" + PAIR + "}");
        server.answer(200, "{" + PAIR + "}");

        login(server);
        refresh(server);

        String client = "&client_id=my-app&client_secret=hush&scope=openid+email";
        assertThat(server.request().getBody().utf8())
                .isEqualTo("grant_type=password&username=jane&password=s%26cret" + client);
        assertThat(server.request().getBody().utf8())
                .isEqualTo("grant_type=refresh_token&refresh_token=old-refresh" + client);
    }

    @ParameterizedTest
    @CsvSource({
        "86400, PT24H",
        "86400.0, PT24H",
        "'\"3600\"', PT1H",
        "0.25, PT0.25S",
        "2e1, PT20S",
        "-1,",
        "0,",
        "0.0001,",
        "null,",
        "'\"soon\"',",
        "'\"\"',",
        "true,",
        "{},",
        "[3600],",
        "315360001,",
        "9223372036854775807,",
        "99999999999999999999999999999999999999999999999999,",
        "1e400,",
        "-1e400,"
    })
    void aLifetimeThatCannotBeIsUnknownAndCostsNothing(String expiresIn, @Nullable Duration lifetime) {
        OAuth2Server server = open();
        server.answer(200, "{\"expires_in\":" + expiresIn + "," + PAIR + "}");

        TokenGrant grant = refresh(server);

        assertThat(grant.lifetime()).isEqualTo(lifetime);
        assertThat(grant.tokens()).isEqualTo(new Tokens("new-access", "new-refresh", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void aBearerTokenIsAcceptedInAnyCase(String type) {
        OAuth2Server server = open();
        server.answer(200, "{\"token_type\":\"" + type + "\"," + PAIR + "}");

        assertThat(refresh(server).tokens().accessToken()).isEqualTo("new-access");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token_type\":\"mac\"," + PAIR + "}",
                "{\"token_type\":5," + PAIR + "}",
                "{\"refresh_token\":\"r\"}",
                "{\"access_token\":null}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":17}",
                "{\"access_token\":\"a b\"}",
                "{\"access_token\":\"a\\nb\"}",
                "{\"access_token\":\"\\u00fcber\"}",
                "{\"access_token\":\"a\",\"refresh_token\":\"r\\nX: y\"}",
                "{\"access_token\":\"a\",\"refresh_token\":[]}",
                "{\"access_token\":\"unended",
                "[]",
                "",
                "<html>"
            })
    void anAnswerWithoutABearerTokenThatCanBeSentIsMalformedAndTransient(String answer) {
        OAuth2Server server = open();
        server.answer(200, answer);

        assertThatExceptionOfType(MalformedResponseException.class)
                .isThrownBy(() -> refresh(server))
                .satisfies(e -> assertThat(server.service().rejects(e)).isFalse())
                .satisfies(e -> assertThat(e.rawBody()).isEmpty())
                .satisfies(e -> assertThat(e.toString()).doesNotContain("new-", "unended", "über"));
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + PAIR + ",\"user_name\":\"jane",
                "{" + PAIR + ",\"user_name\":tru}",
                "{" + PAIR + "} and more",
                "{" + PAIR + ",\"permissions\":[\"a\" \"b\"]}"
            })
    void whatBreaksBehindTheTokensCostsNothing(String answer) {
        OAuth2Server server = open();
        server.answer(200, answer);

        assertThat(refresh(server).tokens()).isEqualTo(new Tokens("new-access", "new-refresh", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\":\"a\"}", "{\"access_token\":\"a\",\"refresh_token\":\"\"}"})
    void aMissingRefreshTokenIsNone(String answer) {
        OAuth2Server server = open();
        server.answer(200, answer);

        assertThat(refresh(server).tokens().refreshToken()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, true",
        "400, invalid_request, true",
        "400, invalid_client, true",
        "400, unauthorized_client, true",
        "400, unsupported_grant_type, true",
        "400, invalid_scope, true",
        "403, invalid_grant, true",
        "401, invalid_request, true",
        "401, invalid_client, true",
        "401, '', false",
        "401, Unauthorized, false",
        "401, invalid_credentials, true",
        "422, invalid_grant, true",
        "400, temporarily_unavailable, false",
        "400, '', false",
        "403, '', false",
        "404, '', false",
        "408, invalid_grant, false",
        "429, slow_down, false",
        "500, invalid_grant, false",
        "502, '', false",
        "503, '', false"
    })
    void whatIsSentAgainAndWhatIsNot(int status, String code, boolean rejected) {
        OAuth2Server server = open();
        String body = code.isEmpty() ? "<html></html>" : "{\"error\":\"" + code + "\"}";
        server.answer(status, body);
        server.answer(status, body);

        ApiException onRefresh = assertThrows(ApiException.class, () -> refresh(server));
        ApiException onLogin = assertThrows(ApiException.class, () -> login(server));

        assertThat(server.service().rejects(onRefresh)).isEqualTo(rejected);
        assertThat(server.service().rejects(onLogin)).isEqualTo(rejected);
        assertThat(server.requests()).as("neither is repeated by itself").isEqualTo(2);
    }

    @Test
    void anAnswerThatBreaksOffBehindItsTokensIsNotLost() {
        OAuth2Server server = open();
        server.answer(brokenOff("{" + PAIR + ",\"profile\":{\"na"));

        assertThat(refresh(server).tokens()).isEqualTo(new Tokens("new-access", "new-refresh", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\":\"new-acc", "{", ""})
    void anAnswerThatBreaksOffBeforeItsTokensIsTransient(String arrived) {
        OAuth2Server server = open();
        server.answer(brokenOff(arrived));

        ApiException e = assertThrows(ApiException.class, () -> refresh(server));

        assertThat(server.service().rejects(e)).isFalse();
        assertThat(e).hasMessageNotContaining("new-acc");
    }

    @Test
    void aRefusalThatBreaksOffIsABrokenConnection() {
        OAuth2Server server = open();
        server.answer(
                brokenOff("{\"error\":\"invalid_grant\"").newBuilder().code(400).build());

        assertThrows(TransportException.class, () -> refresh(server));
    }

    @Test
    void aBrokenConnectionIsTransientAndNotRepeated() {
        OAuth2Server server = open();
        server.answer(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());
        server.answer(200, "{" + PAIR + "}");

        ApiException e = assertThrows(ApiException.class, () -> refresh(server));

        assertThat(server.service().rejects(e)).isFalse();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void theErrorsTextsAreTheServers() {
        OAuth2Server server = open();
        server.answer(
                400,
                "{\"error\":\"invalid_request\",\"error_description\":\"A parameter is missing.\","
                        + "\"hint\":\"Check the `password` parameter\",\"message\":\"Other words\"}");

        ApiException e = assertThrows(ApiException.class, () -> login(server));

        assertThat(e.code()).hasValue("invalid_request");
        assertThat(e.serverMessage()).hasValue("A parameter is missing. (Check the `password` parameter)");
    }

    @Test
    void onlyTheDeclaredProfileIsKept() {
        OAuth2Server server = openWithProfile();
        server.answer(200, "{" + PAIR + ",\"id_token\":\"another-secret\",\"name\":\"Jane\",\"colour\":\"red\"}");

        assertThat(login(server).profile()).isEqualTo("{\"name\":\"Jane\",\"groups\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + PAIR + "}",
                "{" + PAIR + ",\"scope\":\"\",\"id_token\":\"x\"}",
                "{" + PAIR + ",\"groups\":\"broken\"}"
            })
    void anAnswerThatTellsNothingLeavesTheProfile(String answer) {
        OAuth2Server server = openWithProfile();
        server.answer(200, answer);

        TokenGrant grant = refresh(server);

        assertThat(grant.profile()).isNull();
        assertThat(grant.tokens().accessToken()).isEqualTo("new-access");
    }

    @Test
    void withoutALogoutTheSessionEndsHereOnly() {
        OAuth2Server server = open();

        assertThat(server.service().logout(OLD)).isEqualTo(LogoutResult.LOCAL_ONLY);
        assertThat(server.service().logoutNeedsLiveToken()).isFalse();
        assertThat(server.requests()).isZero();
    }

    @Test
    void aLogoutIsTheVendorsCall() {
        OAuth2Server server = open(endpoint -> OAuth2TokenService.of(endpoint)
                .withBearerLogout(
                        tokens -> opened.http().post("/logout").as(tokens).returningNothing()));
        server.answer(new MockResponse.Builder().code(204).build());
        server.answer(401, "{}");

        assertThat(server.service().logoutNeedsLiveToken()).isTrue();
        assertThat(server.service().logout(OLD)).isEqualTo(LogoutResult.SERVER);
        assertThat(server.request().getHeaders().get("Authorization")).isEqualTo("Bearer old-access");
        assertThrows(ApiException.class, () -> server.service().logout(OLD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankRefreshTokenIsRefused(String token) {
        OAuth2Server server = open();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TokenEndpoint.at(server.http(), "/token").refresh(token));
    }

    @Test
    void anIssuedTokenShowsNoSecret() {
        assertThat(new IssuedToken("access-secret", "Bearer", Duration.ofHours(1), "refresh-secret").toString())
                .contains("Bearer", "PT1H")
                .doesNotContain("secret");
    }

    private OAuth2Server open() {
        return open(OAuth2TokenService::of);
    }

    private OAuth2Server openWithProfile() {
        return open(endpoint -> OAuth2TokenService.of(endpoint).withProfile(Profile.JSON));
    }

    private OAuth2Server open(Function<TokenEndpoint, OAuth2TokenService> configuration) {
        opened = new OAuth2Server(configuration);
        return opened;
    }

    private static TokenGrant login(OAuth2Server server) {
        return server.service().login(new LoginAttempt(new Credentials("jane", "s&cret"), () -> "123456"));
    }

    private static TokenGrant refresh(OAuth2Server server) {
        return server.service().refresh("old-refresh");
    }

    private record Profile(@Nullable String name, List<String> groups) {
        static final RecordAdapter<Profile> JSON = RecordAdapter.of("Profile", r -> {
            var name = r.optional("name", Json.STRING, Profile::name);
            var groups = r.list("groups", Json.STRING, Profile::groups);
            return in -> new Profile(in.get(name), in.get(groups));
        });
    }

    /** What arrives is less than what was announced. */
    private static MockResponse brokenOff(String arrived) {
        return new MockResponse.Builder()
                .body(arrived)
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Length", arrived.length() + 100)
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }
}
