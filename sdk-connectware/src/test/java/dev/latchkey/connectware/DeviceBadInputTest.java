package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is refused before a byte is sent, of logins, second factors, devices and certificates. */
class DeviceBadInputTest extends ServerTest {
    private static final MfaCode CODE = MfaCode.otp("1");

    @TestFactory
    Stream<DynamicTest> callsAreRefusedBeforeAnythingIsSent() {
        Map<String, Function<ConnectwareClient, Object>> calls = Map.ofEntries(
                Map.entry("login without a name", client -> client.auth().login(" ", PASSWORD)),
                Map.entry("login without a password", client -> client.auth().login("jane", "")),
                Map.entry("login of null", client -> client.auth().login(null)),
                Map.entry(
                        "login for no time",
                        client -> LoginRequest.builder("jane", PASSWORD)
                                .expireTimeInHours(0)
                                .build()),
                Map.entry(
                        "login with a blank label",
                        client -> LoginRequest.builder("jane", PASSWORD)
                                .label(" ")
                                .build()),
                Map.entry("blank one-time password", client -> client.mfa().validate(" ")),
                Map.entry("null one-time password", client -> client.mfa().validate(null)),
                Map.entry("blank backup code", client -> MfaCode.backupCode("")),
                Map.entry("neither code", client -> client.mfa().disable(null)),
                Map.entry("neither code again", client -> client.mfa().regenerateBackupCodes(null)),
                Map.entry("second step without a code", client -> client.mfa().login("jane", "s", null)),
                Map.entry("second step without a name", client -> client.mfa().login("", "s", CODE)),
                Map.entry("second step without a secret", client -> client.mfa().login("jane", " ", CODE)),
                Map.entry(
                        "device without a name",
                        client ->
                                NewRegistration.builder(" ").password(PASSWORD).build()),
                Map.entry(
                        "device without credentials",
                        client -> NewRegistration.builder("device").build()),
                Map.entry(
                        "device with a blank password",
                        client -> NewRegistration.builder("device").password(" ")),
                Map.entry(
                        "device with a blank role",
                        client -> NewRegistration.builder("device").role("")),
                Map.entry(
                        "device without a request",
                        client -> NewRegistration.builder("device").signingRequest(null)),
                Map.entry("null device", client -> client.clientRegistry().register(null)),
                Map.entry(
                        "registry for no time",
                        client -> client.clientRegistry().open(Duration.ZERO)),
                Map.entry(
                        "registry for a nanosecond",
                        client -> client.clientRegistry().open(Duration.ofNanos(1))),
                Map.entry(
                        "registry back in time",
                        client -> client.clientRegistry().open(Duration.ofSeconds(-1))),
                Map.entry(
                        "confirmation of nobody",
                        client -> RegistrationConfirmation.builder("").build()),
                Map.entry(
                        "confirmation with a blank role",
                        client -> RegistrationConfirmation.builder("device").roleId(" ")),
                Map.entry("null confirmation", client -> client.clientRegistry().confirm(null)),
                Map.entry("blank certificate", client -> new CertificatePem(" ")),
                Map.entry("no certificates", client -> CertificatePem.of()),
                Map.entry(
                        "private key",
                        client -> client.certificates()
                                .upload(new CertificatePem(Samples.CERTIFICATE_PEM
                                        + PemBlocks.write("EC PRIVATE KEY", MARKER.getBytes(StandardCharsets.UTF_8))))),
                Map.entry("blank id", client -> client.certificates().getContent("")),
                Map.entry("null id", client -> client.certificates().getContent(null)),
                Map.entry(
                        "broker without a client",
                        client -> EnhancedAuthRequest.builder("", "x").build()),
                Map.entry(
                        "broker without a method",
                        client -> EnhancedAuthRequest.builder("x", " ").build()),
                Map.entry("broker of null", client -> client.broker().authEnhanced(null)),
                Map.entry("restore of null", client -> client.maintenance().restoreDb(null)));
        return calls.entrySet().stream()
                .map(call -> dynamicTest(
                        call.getKey(),
                        () -> assertThatExceptionOfType(InvalidInputException.class)
                                .isThrownBy(() -> call.getValue().apply(client()))
                                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(MARKER))
                                .satisfies(e ->
                                        assertThat(server.getRequestCount()).isZero())));
    }
}
