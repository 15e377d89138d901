package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.auth.OneTimePassword;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are none, and texts that repeat what was sent: each operation fails by name, and shows no secret. */
class DeviceSecretsTest extends ServerTest {
    private static final NewRegistration DEVICE =
            NewRegistration.builder("device").password(PASSWORD).build();
    private static final EnhancedAuthRequest BROKER = EnhancedAuthRequest.builder("client", "method")
            .authenticationData("data-" + MARKER)
            .build();
    private static final NewUser USER = NewUser.withPassword("jane", PASSWORD).build();

    static List<Function<ConnectwareClient, ApiCall<?>>> calls() {
        return List.of(
                client -> client.auth().login("jane", PASSWORD),
                client -> client.mfa().enable(),
                client -> client.mfa().validate("otp-" + MARKER),
                client -> client.mfa().login("jane", "s-" + MARKER, MfaCode.otp("otp-" + MARKER)),
                client -> client.mfa().login("jane", "s-" + MARKER, MfaCode.backupCode("b-" + MARKER)),
                client -> client.mfa().disable(MfaCode.otp("otp-" + MARKER)),
                client -> client.mfa().regenerateBackupCodes(MfaCode.backupCode("b-" + MARKER)),
                client -> client.clientRegistry().register(DEVICE),
                client -> client.broker().authEnhanced(BROKER));
    }

    static List<Function<ConnectwareClient, ApiCall<?>>> callsWithPasswordsOfUsers() {
        return List.of(
                client -> client.users().create(USER),
                client -> client.users()
                        .createBatch(List.of(
                                NewUser.withPassword("joe", "of-joe-" + MARKER).build(), USER)),
                client -> client.users()
                        .update("1", UserUpdate.builder().password(PASSWORD).build()),
                client -> client.users().changePassword(PASSWORD, "new-" + MARKER));
    }

    @ParameterizedTest
    @MethodSource({"calls", "callsWithPasswordsOfUsers"})
    void aServerThatRepeatsWhatWasSentDoesNotGetItIntoAText(Function<ConnectwareClient, ApiCall<?>> operation) {
        ConnectwareClient client = client();
        client.session().login().execute();
        assertThat(operation.apply(client).toString()).doesNotContain(MARKER);
        alwaysEcho(400);

        ApiException e =
                assertThrows(ApiException.class, () -> operation.apply(client).execute());

        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertThat(trace + "" + e.rawBody()).doesNotContain(MARKER);
        assertThat(e.getMessage())
                .startsWith(e.method() + " " + e.path() + ": 400")
                .contains("[BAD]");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anAnswerThatIsNoneIsNamed(Function<ConnectwareClient, ApiCall<?>> operation) {
        ConnectwareClient client = client();
        client.session().login().execute();
        ApiCall<?> call = operation.apply(client);
        if (call.toString().endsWith("/disable")) {
            return; // Its answer has no body that anybody reads.
        }
        for (String body : List.of("<html>" + MARKER, "[\"" + MARKER + "\"]", "{\"backupCodes\":\"" + MARKER)) {
            alwaysAnswer(200, body);
            MalformedResponseException e = assertThrows(MalformedResponseException.class, call::execute);
            assertThat(e.toString()).doesNotContain(MARKER);
            assertThat(e.rawBody()).isEmpty();
        }
    }

    @Test
    void nothingPrintsASecret() {
        answer(200, "{\"backupCodes\":[\"" + MARKER + "\"]}");
        ConnectwareClient client = client(builder().oneTimePassword(OneTimePassword.unattended(() -> "otp-" + MARKER)));
        BackupCodes codes = client.mfa().validate("1").execute();
        LoginResult result = new LoginResult(MARKER, null, List.of(), true, MARKER, null);

        assertThat(codes.codes()).containsExactly(MARKER);
        assertThat(List.of(
                                codes,
                                DEVICE,
                                BROKER,
                                result,
                                new LoginOutcome.Done(result),
                                new LoginOutcome.Challenge(result, client.mfa(), "jane", MARKER),
                                LoginRequest.builder("jane", PASSWORD).build(),
                                client.logIn("jane", PASSWORD),
                                client.clientRegistry().registerAndWait(DEVICE, java.time.Duration.ofSeconds(1)),
                                new CertificatePem(MARKER),
                                client.mfa(),
                                client)
                        .toString())
                .doesNotContain(MARKER);
    }
}
