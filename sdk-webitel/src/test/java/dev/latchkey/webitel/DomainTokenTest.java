package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.Fingerprint;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.DomainToken;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A static token of a domain in the place of a login. */
class DomainTokenTest {
    @Fake
    final FakeWebitel fake = Marked.fake();

    private DomainToken token;
    private WebitelClient client;

    @BeforeEach
    void open() {
        token = fake.createDomainToken("mydomain.com");
        client = WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .domainToken(token.token())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void itGoesAloneAndIsNeverRenewed() {
        String me = client.request("GET", "/api/v2/whoami").returningText().execute();
        fake.clock().advance(Duration.ofDays(364));
        client.request("GET", "/api/v2/whoami").returningText().execute();

        JournalEntry call = fake.journal().requests().get(0);
        assertThat(me).contains(token.id() + "@mydomain.com");
        assertThat(call.fingerprint("X-Access-Token")).isEqualTo(Fingerprint.of(token.token()));
        assertThat(call.header("X-Key")).isNull();
        assertThat(fake.journal().count()).isEqualTo(2);
        assertThat(client.session().state()).isEqualTo(SessionState.ACTIVE);
        assertThat(client.session().expiresAt()).isEmpty();
        assertThat(client.profile()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onceItHasExpiredTheClientNeedsAnotherOne(boolean asIn2016) {
        fake.settings().expiredIsBadRequest(asIn2016);
        fake.clock().advance(Duration.ofDays(366));

        assertThatExceptionOfType(SessionExpiredException.class)
                .isThrownBy(() ->
                        client.request("GET", "/api/v2/whoami").returningText().execute())
                .withMessageContaining("an administrator of the domain makes")
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(SessionExpiredException.Reason.TOKEN_EXPIRED);
                    assertThat(e.serverMessage()).hasValue("Token Expired");
                    assertThat(e.retryable()).isFalse();
                });
        assertThat(fake.journal().count()).isEqualTo(1);
        assertThat(client.session().state()).isEqualTo(SessionState.EXPIRED);
        assertThat(client.session().status().state()).isEqualTo(SessionState.EXPIRED);
    }

    @TestFactory
    Stream<DynamicTest> whatALoginWouldBeNeededForIsRefusedBeforeAnythingIsSent() {
        Map<String, Consumer<WebitelClient>> calls = Map.of(
                "login", each -> each.session().login().execute(),
                "renew", each -> each.session().renew().execute(),
                "logout", each -> each.session().logout().execute(),
                "pure logout", each -> each.auth().logout(token.token(), ""));
        return calls.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> requireRefused(call.getValue())));
    }

    private void requireRefused(Consumer<WebitelClient> call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> call.accept(client))
                .withMessageContaining("administrator")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SecretLeaks.MARKER));
        assertThat(fake.journal().count()).isZero();
    }
}
