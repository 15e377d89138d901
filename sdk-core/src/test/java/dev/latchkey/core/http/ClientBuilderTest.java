package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.TokenStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBuilderTest extends HttpTest {

    @ParameterizedTest
    @CsvSource({"'', x, user name", "' ', x, user name", "jane, '', password", "jane, ' ', password"})
    void refusesBlankCredentials(String user, String password, String what) {
        TestClientBuilder builder = builder();

        assertThatThrownBy(() -> builder.credentials(user, password))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(what);
    }

    @Test
    void refusesHalfACharacterInANameOrAPassword() {
        String cut = TestVendor.LEAK + "\uD83D";

        assertThatThrownBy(() -> builder().credentials("jane\uD83D", TestVendor.LEAK))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("user name");
        assertThatThrownBy(() -> builder().credentials("jane", cut))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining(TestVendor.LEAK);
        assertThatThrownBy(builder().identity("jane\uD83D")::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refusesLimitsThatNoCallCanKeep(Duration limit) {
        assertThatThrownBy(builder().timeout(limit)::build).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(builder().oneTimePasswordTimeout(limit)::build).isInstanceOf(InvalidInputException.class);
        var call = http().get("/x").returningText();
        assertThatThrownBy(() -> call.timeout(limit)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aLimitOfForeverIsALongOne() {
        answer(200, "a");
        answer(200, "b");
        HttpApi http = http(builder().timeout(Duration.ofSeconds(Long.MAX_VALUE)));

        assertThat(http.get("/x").returningText().execute()).isEqualTo("a");
        assertThat(http.get("/x").returningText().executeAsync().join()).isEqualTo("b");
    }

    @Test
    void aSharedStoreNeedsToKnowWhoseSessionItKeeps() {
        TestClientBuilder unnamed = builder()
                .credentials(() -> new Credentials("jane", TestVendor.LEAK))
                .tokenStore(TokenStore.inMemory());

        assertThatThrownBy(unnamed::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("identity");
        assertThatThrownBy(unnamed.identity(" ")::build).isInstanceOf(InvalidInputException.class);
        unnamed.identity("jane")
                .oneTimePassword(OneTimePassword.unattended(() -> "123456"))
                .build()
                .close();
    }

    @Test
    void credentialsMayComeFromASupplierThatIsAskedAtTheLogin() throws Exception {
        answer(200, "a");

        assertThat(http(builder().credentials(() -> new Credentials("jane", TestVendor.LEAK)))
                        .get("/x")
                        .returningText()
                        .execute())
                .isEqualTo("a");
        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
    }

    @Test
    void twoClientsMayShareASessionThroughAStore() throws Exception {
        TokenStore store = TokenStore.inMemory();
        answer(200);
        answer(200);
        try (HttpApi first = builder().tokenStore(store).build();
                HttpApi second = builder().tokenStore(store).build()) {
            first.get("/x").returningNothing().execute();
            second.get("/x").returningNothing().execute();
        }

        assertThat(vendor.logins).hasValue(1);
        assertThat(taken().getHeaders().get("Authorization"))
                .isEqualTo(taken().getHeaders().get("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void aRetryPolicyRefusesNumbersOfAttemptsThatMakeNoSense(int attempts) {
        assertThatThrownBy(() -> RetryPolicy.defaults().withMaxAttempts(attempts))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "PT2H"})
    void aRetryPolicyRefusesPausesThatMakeNoSense(Duration pause) {
        RetryPolicy policy = RetryPolicy.defaults();

        assertThatThrownBy(() -> policy.withInitialDelay(pause)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> policy.withMaxDelay(pause)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> policy.withMaxRetryAfter(pause)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void fixedTokensTravelAloneAndTheirRefusalIsTheAnswer() throws Exception {
        answer(401);
        HttpApi http = new TestClientBuilder(vendor)
                .baseUrl(server.url("/").toString())
                .fixed(new Tokens(TestVendor.LEAK + "-static", null, null))
                .build();
        try (http) {
            assertThatThrownBy(() -> http.get("/x").returningText().execute())
                    .isInstanceOf(UnauthorizedException.class);
            assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.LEAK + "-static");
            assertThat(vendor.logins).hasValue(0);
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void fixedTokensNeedNoCredentials() {
        TestClientBuilder both = builder().fixed(new Tokens(TestVendor.LEAK, null, null));

        assertThatThrownBy(both::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Give the client either");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", TestVendor.LEAK + "\n", TestVendor.LEAK + "\u00e9"})
    void refusesGivenTokensThatCannotBeSent(String token) {
        assertThatThrownBy(() -> builder().starting(token)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder().fixed(new Tokens(token, null, null)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aGivenRefreshTokenIsTriedBeforeTheCredentials() {
        answer(200, "a");
        HttpApi http = http(builder().starting(TestVendor.LEAK + "-refresh"));

        assertThat(http.get("/x").returningText().execute()).isEqualTo("a");
        assertThat(vendor.refreshes).hasValue(1);
        assertThat(vendor.logins).hasValue(0);
    }
}
