package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.controlbyweb.FakeUser;
import dev.latchkey.fake.controlbyweb.ResetAnswers;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordResetOperationsTest {
    private static final String EMAIL = "jane@example.com";
    private static final String RESET_MAIL = "/v1/auth/reset-password";
    private static final String RESET = "/v1/auth/reset/password";

    @Fake
    final FakeControlByWeb fake = Marked.fake("joe");

    private ControlByWebClient client;

    @BeforeEach
    void open() {
        fake.addUser(FakeUser.builder("jane", "forgotten").email(EMAIL).build());
        client = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("joe", Marked.PASSWORD)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource
    void theTokenOfTheMailSetsANewPassword(ResetAnswers answers) {
        fake.settings().resetAnswers(answers);
        client.auth().requestPasswordReset(EMAIL).execute();
        String token = fake.mailbox().newest(EMAIL).token();

        client.auth().resetPassword(reset(token)).execute();

        assertThat(client.auth().login("jane", "brand new").execute().accessToken())
                .isNotEmpty();
        assertThat(fake.journal().requests())
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isNull());
    }

    @Test
    void aResetThatIsRefusedWithStatus200IsABadRequest() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() ->
                        client.auth().requestPasswordReset("nobody@example.com").execute())
                .satisfies(e -> {
                    assertThat(e.status()).hasValue(200);
                    assertThat(e.serverMessage()).hasValue("Email could not be sent to this email address.");
                    assertThat(e.code()).isEmpty();
                });
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() ->
                        client.auth().resetPassword(reset("no-such-token")).execute())
                .satisfies(e -> assertThat(e.serverMessage()).hasValue("Failed, Invalid Token."));
    }

    @Test
    void aResetThatIsRefusedWithStatus400CarriesTheCode() {
        fake.settings().resetAnswers(ResetAnswers.FRAMEWORK);

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() ->
                        client.auth().requestPasswordReset("nobody@example.com").execute())
                .satisfies(e -> assertThat(e.code()).hasValue("passwords.user"));
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() ->
                        client.auth().resetPassword(reset("no-such-token")).execute())
                .satisfies(e -> assertThat(e.code()).hasValue("passwords.token"));
    }

    @ParameterizedTest
    @EnumSource
    void aSecondMailWithinAMinuteIsRefused(ResetAnswers answers) {
        fake.settings().resetAnswers(answers);
        client.auth().requestPasswordReset(EMAIL).execute();

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.auth().requestPasswordReset(EMAIL).execute());
        assertThat(fake.mailbox().mails()).hasSize(1);
    }

    @Test
    void anExpiredTokenIsRefused() {
        client.auth().requestPasswordReset(EMAIL).execute();
        String token = fake.mailbox().newest(EMAIL).token();
        fake.clock().advance(Duration.ofMinutes(61));

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.auth().resetPassword(reset(token)).execute());
    }

    @Test
    void whatTheServerSaysOfAFieldIsKept() {
        client.auth().requestPasswordReset(EMAIL).execute();
        PasswordReset tooShort = PasswordReset.builder(EMAIL)
                .token(fake.mailbox().newest(EMAIL).token())
                .newPassword("short")
                .build();

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.auth().resetPassword(tooShort).execute())
                .satisfies(e -> {
                    assertThat(e.status()).hasValue(422);
                    assertThat(e.fieldErrors()).containsOnlyKeys("password");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"Password reset email sent.\"}",
                "{\"message\":\"Gesendet\",\"data\":\"passwords.sent\"}",
                "{\"message\":\"Password reset email sent.\",\"data\":null}"
            })
    void eitherTheMessageOrTheCodeConfirmsTheMail(String answer) {
        fake.faults().on("POST", RESET_MAIL).next(Fault.status(200).json(answer));

        assertThat(client.auth().requestPasswordReset(EMAIL).execute().message())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"Password reset email sent.\"}",
                "{\"message\":\"success\"}",
                "{\"message\":\"Password reset\",\"data\":\"passwords.sent\"}"
            })
    void nothingButTheDocumentedWordsConfirmsANewPassword(String answer) {
        fake.faults().on("POST", RESET).next(Fault.status(200).json(answer));

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(
                        () -> client.auth().resetPassword(reset("mail-token")).execute());
    }

    @Test
    void aNewPasswordIsSentOnceWhateverHappens() {
        fake.faults().on("POST", RESET).next(2, Fault.status(503));

        assertThatExceptionOfType(dev.latchkey.core.ServerErrorException.class)
                .isThrownBy(
                        () -> client.auth().resetPassword(reset("mail-token")).execute());
        assertThat(fake.journal().count("POST", RESET)).isEqualTo(1);
    }

    @Test
    void aMailIsRequestedAgainOnlyIfTheServerSaidToWait() {
        fake.faults().on("POST", RESET_MAIL).next(Fault.status(429).retryAfter(0));

        client.auth().requestPasswordReset(EMAIL).execute();

        assertThat(fake.journal().count("POST", RESET_MAIL)).isEqualTo(2);
        assertThat(fake.mailbox().mails()).hasSize(1);
    }

    @Test
    void theResetPathIsTheUsersChoice() {
        fake.handle(
                "POST",
                "/v2/reset",
                request -> FakeResponse.json(200, Map.of("message", "Password reset successfully.")));
        try (ControlByWebClient other = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("joe", Marked.PASSWORD)
                .resetPasswordPath("/v2/reset")
                .build()) {
            other.auth().resetPassword(reset("mail-token")).execute();
        }

        assertThat(fake.journal().count("POST", "/v2/reset")).isEqualTo(1);
    }

    private static PasswordReset reset(String token) {
        return PasswordReset.builder(EMAIL)
                .token(token)
                .newPassword("brand new")
                .build();
    }
}
