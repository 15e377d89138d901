package dev.latchkey.fake.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordResetTest {
    private static final String EMAIL = "admin@example.com";
    private static final Map.Entry<String, Object> NO_MAIL =
            entry("message", "Email could not be sent to this email address.");

    @Tested
    final FakeControlByWeb fake = FakeControlByWeb.withUser("admin", "secret");

    private final Client client = new Client(fake);

    @Test
    void theTokenOfTheMailChangesThePassword() throws Exception {
        assertThat(request(EMAIL).members())
                .containsExactly(entry("message", "Password reset email sent."), entry("data", "passwords.sent"));
        ResetMail mail = fake.mailbox().await(EMAIL, Duration.ofSeconds(1));

        assertThat(reset(mail.token(), "a new password").members())
                .containsExactly(entry("message", "Password reset successfully."));

        assertThat(client.logIn("admin", "a new password").status()).isEqualTo(200);
        assertThat(client.logIn("admin", "secret").status()).isEqualTo(400);
    }

    @Test
    void aNewPasswordEndsNoSession() throws Exception {
        IssuedTokens tokens = fake.logIn("admin");
        request(EMAIL);
        reset(fake.mailbox().newest(EMAIL).token(), "a new password");

        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isTrue();
        assertThat(fake.isRefreshTokenAlive(tokens.refreshToken())).isTrue();
    }

    @Test
    void aTokenIsGoodOnceAndForAnHour() throws Exception {
        request(EMAIL);
        String first = fake.mailbox().newest(EMAIL).token();
        reset(first, "a new password");
        assertThat(reset(first, "another password").members())
                .containsExactly(entry("message", "Failed, Invalid Token."));

        request(EMAIL);
        fake.clock().advance(Duration.ofMinutes(60));
        assertThat(reset(fake.mailbox().newest(EMAIL).token(), "too late now").members())
                .containsExactly(entry("message", "Failed, Invalid Token."));
    }

    @Test
    void oneMailAMinuteIsSent() throws Exception {
        request(EMAIL);
        Answer tooEarly = request(EMAIL);
        fake.clock().advance(Duration.ofMinutes(1));
        Answer later = request(EMAIL);

        assertThat(tooEarly.status()).isEqualTo(200);
        assertThat(tooEarly.members()).containsExactly(NO_MAIL);
        assertThat(later.text("data")).isEqualTo("passwords.sent");
        assertThat(fake.mailbox().mails()).hasSize(2);
        assertThat(reset(fake.mailbox().mails().get(0).token(), "a new password")
                        .text("message"))
                .as("the newer mail has replaced the older")
                .isEqualTo("Failed, Invalid Token.");
    }

    @Test
    void anUnknownAddressFailsWithStatus200() throws Exception {
        Answer answer = request("nobody@example.com");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.members()).containsExactly(NO_MAIL);
        assertThat(fake.mailbox().mails()).isEmpty();
    }

    @Test
    void theFrameworksOwnAnswersSayWhatHappenedInTheirData() throws Exception {
        fake.settings().resetAnswers(ResetAnswers.FRAMEWORK);

        assertFailed(request("nobody@example.com"), "passwords.user");
        assertThat(request(EMAIL).text("data")).isEqualTo("passwords.sent");
        assertFailed(request(EMAIL), "passwords.throttled");
        assertFailed(reset("wrong", "a new password"), "passwords.token");
        assertThat(reset(fake.mailbox().newest(EMAIL).token(), "a new password").text("data"))
                .isEqualTo("passwords.reset");
    }

    @ParameterizedTest
    @CsvSource({
        "email, '', The email field is required.",
        "email, nonsense, The email must be a valid email address.",
        "token, '', The token field is required.",
        "password, '', The password field is required.",
        "password, differs, The password confirmation does not match.",
    })
    void aWrongFieldIsNamed(String field, String value, String message) throws Exception {
        String[] form = {
            "email", EMAIL, "token", "t", "password", "a new password", "password_confirmation", "a new password"
        };
        for (int i = 0; i < form.length; i += 2) {
            form[i + 1] = form[i].equals(field) ? value : form[i + 1];
        }

        Answer answer = client.postForm("/v1/auth/reset/password", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("message")).isEqualTo("The given data was invalid.");
        assertThat(answer.members().get("errors")).hasToString("{" + field + "=[" + message + "]}");
    }

    @Test
    void aShortPasswordIsRefused() throws Exception {
        assertThat(reset("t", "short").body()).contains("The password must be at least 8 characters.");
    }

    @Test
    void theMailboxToldOfAMissingMailNamesTheAddress() {
        assertThatThrownBy(() -> fake.mailbox().newest(EMAIL)).hasMessageContaining(EMAIL);
        assertThatThrownBy(() -> fake.mailbox().await(EMAIL, Duration.ofMillis(10)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void nothingThatIsPrintedHoldsAToken() throws Exception {
        fake.settings().secretMarker(SecretLeaks.MARKER);
        request(EMAIL);
        String token = fake.mailbox().newest(EMAIL).token();
        IssuedTokens tokens = fake.logIn("admin");
        CertificateRequestToken request = fake.addCertificateRequestToken(1234);

        assertThat(fake.mailbox().toString()).contains(EMAIL).doesNotContain(token);
        assertThat(tokens.toString()).doesNotContain(tokens.accessToken(), tokens.refreshToken());
        assertThat(request.toString()).doesNotContain(request.token());
        assertThat(FakeUser.builder("joe", "his-secret").build().toString()).doesNotContain("his-secret");
    }

    private Answer request(String email) throws IOException {
        return client.postForm("/v1/auth/reset-password", "email", email);
    }

    private Answer reset(String token, String password) throws IOException {
        return client.postForm(
                "/v1/auth/reset/password",
                "email",
                EMAIL,
                "password",
                password,
                "password_confirmation",
                password,
                "token",
                token);
    }

    private static void assertFailed(Answer answer, String data) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("data")).isEqualTo(data);
    }
}
