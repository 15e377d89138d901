package dev.latchkey.reliability.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.leakcheck.SecretLeaks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("reliability")
@ExtendWith(KeycloakAtHand.class)
class KeycloakSessionTest {
    private final DeviceClock clock = new DeviceClock();
    private final WatchedStore store = new WatchedStore();
    private final TokenRequests requests = new TokenRequests();
    private final RealmUser user;

    KeycloakSessionTest(Realm realm) {
        this.user = realm.newUser();
    }

    @Test
    void theFirstCallLogsInAndReachesWhatIsProtected() {
        try (KeycloakClient jane = jane()) {
            assertThat(jane.userInfo().execute()).contains("\"preferred_username\":\"" + user.name() + '"');
            assertThat(jane.userInfo().execute()).contains("Jane Doe");
            assertThat(jane.session().expiresAt())
                    .hasValueSatisfying(end ->
                            assertThat(end).isBetween(clock.now(), clock.now().plus(Realm.LIFETIME)));
        }
        assertThat(user.count("LOGIN")).isEqualTo(1);
    }

    @Test
    void aPublicClientNeedsNoSecretOfItsOwn() {
        try (KeycloakClient jane = user.realm()
                .publicClient()
                .credentials(user.name(), RealmUser.PASSWORD)
                .build()) {
            jane.userInfo().execute();
            jane.session().renew().execute();
            assertThat(jane.session().logout().execute()).isEqualTo(LogoutResult.SERVER);
        }
        assertThat(user.count("LOGIN")).isEqualTo(1);
        assertThat(user.count("REFRESH_TOKEN")).isEqualTo(1);
        assertThat(user.count("LOGOUT")).isEqualTo(1);
    }

    @Test
    void anExpiredTokenIsRefreshedAndBothTokensRotate() {
        try (KeycloakClient jane = jane()) {
            jane.userInfo().execute();
            Tokens first = store.tokens();
            clock.advance(Realm.LIFETIME);
            jane.userInfo().execute();
            Tokens second = store.tokens();
            assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
            assertThat(second.refreshToken()).isNotNull().isNotEqualTo(first.refreshToken());
        }
        assertThat(user.count("LOGIN")).isEqualTo(1);
        assertThat(user.count("REFRESH_TOKEN")).isEqualTo(1);
    }

    @Test
    void aSpentRefreshTokenThatIsPresentedAgainEndsTheSessionAndTheClientLogsInAgain() {
        try (KeycloakClient jane = jane()) {
            presentSpentToken(jane);

            assertThat(jane.userInfo().execute()).contains(user.name());
            assertThat(jane.session().state()).isEqualTo(SessionState.ACTIVE);
        }
        assertThat(user.count("LOGIN")).isEqualTo(2);
        assertThat(requests.forTokens())
                .as("login, refresh, the spent token, a refresh that is refused, login")
                .isEqualTo(5);
    }

    @Test
    void withoutCredentialsSuchASessionIsExpiredAndAsksNoMore() {
        try (KeycloakClient jane = jane()) {
            jane.userInfo().execute();
        }
        try (KeycloakClient jane = ours(user.realm().confidentialClient().identity(user.name()))) {
            presentSpentToken(jane);

            for (int call = 0; call < 3; call++) {
                assertThat(expiry(jane).reason()).isEqualTo(Reason.REFRESH_REJECTED);
            }
            assertThat(jane.session().state()).isEqualTo(SessionState.EXPIRED);
        }
        assertThat(user.count("LOGIN")).isEqualTo(1);
        assertThat(requests.forTokens())
                .as("login, refresh, the spent token, a refresh that is refused")
                .isEqualTo(4);
    }

    @Test
    void aLogoutEndsTheSessionAtTheServer() {
        try (KeycloakClient jane = jane()) {
            jane.userInfo().execute();
            Tokens tokens = store.tokens();

            assertThat(jane.session().logout().execute()).isEqualTo(LogoutResult.SERVER);

            assertThatThrownBy(jane.userInfo(tokens)::execute).isInstanceOf(UnauthorizedException.class);
            assertThatThrownBy(jane.spend(tokens.refreshToken())::execute).isInstanceOf(BadRequestException.class);
            assertThat(expiry(jane).reason()).isEqualTo(Reason.LOGGED_OUT);
        }
        assertThat(user.count("LOGOUT")).isEqualTo(1);
        assertThat(user.count("LOGIN")).isEqualTo(1);
    }

    @Test
    void aLogoutNeedsNoLiveAccessToken() {
        try (KeycloakClient jane = jane()) {
            jane.userInfo().execute();
            clock.advance(Realm.LIFETIME);

            assertThat(jane.session().logout().execute()).isEqualTo(LogoutResult.SERVER);
        }
        assertThat(user.count("LOGOUT")).isEqualTo(1);
        assertThat(user.count("REFRESH_TOKEN")).isZero();
    }

    @Test
    void aWrongPasswordIsSentOnceAndARightOneLogsIn() {
        try (KeycloakClient jane = user.realm()
                .confidentialClient()
                .credentials(user.name(), "wrong-" + SecretLeaks.MARKER)
                .build()) {
            for (int call = 0; call < 3; call++) {
                SessionExpiredException refused = expiry(jane);
                assertThat(refused.reason()).isEqualTo(Reason.CREDENTIALS_REJECTED);
                assertThat(refused).hasMessageContaining(user.name());
                assertThat(refused.getCause())
                        .isInstanceOfSatisfying(
                                UnauthorizedException.class,
                                cause -> assertThat(cause.code()).hasValue("invalid_grant"));
            }
            assertThat(user.count("LOGIN_ERROR")).isEqualTo(1);

            jane.session()
                    .login(new Credentials(user.name(), RealmUser.PASSWORD))
                    .execute();
            assertThat(jane.userInfo().execute()).contains(user.name());
        }
        assertThat(user.count("LOGIN_ERROR")).isEqualTo(1);
        assertThat(user.count("LOGIN")).isEqualTo(1);
    }

    @Test
    void aWrongClientSecretIsSentOnceAndNamed() {
        try (KeycloakClient jane = user.realm()
                .confidentialClient("wrong-" + SecretLeaks.MARKER)
                .credentials(user.name(), RealmUser.PASSWORD)
                .okHttpClient(requests.counting())
                .build()) {
            for (int call = 0; call < 3; call++) {
                assertThat(expiry(jane).getCause())
                        .isInstanceOfSatisfying(
                                UnauthorizedException.class,
                                cause -> assertThat(cause.code()).hasValue("unauthorized_client"));
            }
        }
        assertThat(requests.forTokens()).isEqualTo(1);
    }

    @Test
    void aSessionThatAnAdministratorEndsIsBegunAgain() {
        try (KeycloakClient jane = jane()) {
            jane.userInfo().execute();
            user.endSessions();
            assertThat(jane.userInfo().execute()).contains(user.name());
        }
        assertThat(user.count("LOGIN")).isEqualTo(2);
    }

    private KeycloakClient jane() {
        return ours(user.client());
    }

    private KeycloakClient ours(KeycloakClient.Builder client) {
        return client.tokenStore(store)
                .timeSource(clock)
                .okHttpClient(requests.counting())
                .build();
    }

    /** The session renews, and then somebody presents the refresh token that it spent. */
    private void presentSpentToken(KeycloakClient jane) {
        jane.userInfo().execute();
        String spent = store.tokens().refreshToken();
        clock.advance(Realm.LIFETIME);
        jane.userInfo().execute();
        ApiException refused = catchThrowableOfType(BadRequestException.class, jane.spend(spent)::execute);
        assertThat(refused.code()).hasValue("invalid_grant");
        assertThat(refused.serverMessage()).hasValue("Maximum allowed refresh token reuse exceeded");
    }

    private static SessionExpiredException expiry(KeycloakClient client) {
        return catchThrowableOfType(SessionExpiredException.class, client.userInfo()::execute);
    }
}
