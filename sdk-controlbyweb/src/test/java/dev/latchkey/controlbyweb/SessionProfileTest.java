package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionProfileTest {
    private static final String TOKEN = "/v1/auth/token";

    @Fake
    final FakeControlByWeb fake = Marked.fake("jane");

    private final TokenStore store = TokenStore.inMemory();
    private ControlByWebClient client;

    @BeforeEach
    void open() {
        client = open(store);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theProfileOfTheFirstLoginSurvivesARefreshWithoutOne() {
        assertThat(client.profile()).isEmpty();
        client.session().login().execute();
        UserProfile first = client.profile().orElseThrow();

        client.session().renew().execute();

        assertThat(first.hasPermission(Permission.EDIT_PERMISSIONS)).isTrue();
        assertThat(client.profile()).hasValue(first);
        assertThat(fake.journal().count("POST", TOKEN)).isEqualTo(2);
    }

    @Test
    void theProfileIsSharedThroughTheStore() {
        client.session().login().execute();

        try (ControlByWebClient second = open(store)) {
            second.certificateRequestTokens(1234).list().execute();

            assertThat(second.profile()).isEqualTo(client.profile());
        }
        assertThat(fake.journal().count("POST", TOKEN)).isEqualTo(1);
    }

    @Test
    void aBrokenProfileCostsNeitherALoginNorARenewal() {
        fake.faults().on("POST", TOKEN).next(Fault.amended(answer -> {
            answer.put("permissions", "none");
            answer.put("user_id", true);
            answer.put("all_permissions", 17);
        }));
        client.session().login().execute();
        assertThat(client.profile().orElseThrow().username()).isEqualTo("jane");
        assertThat(client.profile().orElseThrow().permissions()).isEmpty();

        fake.settings().profileOnRefresh(true);
        fake.faults().on("POST", TOKEN).next(Fault.amended(answer -> {
            answer.put("username", null);
            answer.put("expires_in", -1);
        }));
        client.session().renew().execute();

        assertThat(client.session().expiresAt()).isEmpty();
        assertThat(client.certificateRequestTokens(1234).list().execute()).isEmpty();
    }

    @Test
    void theProfileIsGoneAfterALogout() {
        client.session().login().execute();

        assertThat(client.session().logout().execute()).isEqualTo(LogoutResult.SERVER);

        assertThat(client.profile()).isEmpty();
        assertThat(client.session().state()).isEqualTo(SessionState.LOGGED_OUT);
    }

    @Test
    void anExpiredTokenIsRefreshedForTheLogoutsSake() {
        client.session().login().execute();
        fake.clock().advance(Duration.ofHours(25));

        assertThat(client.session().logout().execute()).isEqualTo(LogoutResult.SERVER);
        assertThat(fake.journal().count("POST", TOKEN)).isEqualTo(2);
    }

    private ControlByWebClient open(TokenStore shared) {
        return ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .tokenStore(shared)
                .build();
    }
}
