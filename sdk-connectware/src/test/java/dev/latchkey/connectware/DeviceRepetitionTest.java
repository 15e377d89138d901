package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which operations are sent again: after an outage, after a rate limit, and after a refused token. */
class DeviceRepetitionTest extends ServerTest {

    private static final int ATTEMPTS = 4;
    private static final int REPLAYED = 3;

    static List<Case> cases() {
        return List.of(
                new Case("enable", Kind.NEVER, client -> client.mfa().enable()),
                new Case("validate", Kind.NEVER, client -> client.mfa().validate("1")),
                new Case("disable", Kind.NEVER, client -> client.mfa().disable(MfaCode.otp("1"))),
                new Case("regenerate", Kind.NEVER, client -> client.mfa().regenerateBackupCodes(MfaCode.otp("1"))),
                new Case("second step", Kind.NEVER, client -> client.mfa().login("jane", "s", MfaCode.otp("1"))),
                new Case(
                        "register",
                        Kind.ONCE_WITHOUT_TOKEN,
                        client -> client.clientRegistry()
                                .register(NewRegistration.builder("x")
                                        .password("x")
                                        .build())),
                new Case(
                        "registrations",
                        Kind.SAFE,
                        client -> client.clientRegistry().list()),
                new Case("open", Kind.SAFE, client -> client.clientRegistry().open(Duration.ofSeconds(1))),
                new Case(
                        "confirm",
                        Kind.ONCE,
                        client -> client.clientRegistry()
                                .confirm(RegistrationConfirmation.builder("x").build())),
                new Case(
                        "certificates",
                        Kind.SAFE,
                        client -> client.certificates().list()),
                new Case("upload", Kind.ONCE, client -> client.certificates().upload(new CertificatePem("x"))),
                new Case("content", Kind.SAFE, client -> client.certificates().getContent("x")),
                new Case(
                        "broker",
                        Kind.ONCE_WITHOUT_TOKEN,
                        client -> client.broker()
                                .authEnhanced(
                                        EnhancedAuthRequest.builder("x", "x").build())),
                new Case("status", Kind.SAFE, client -> client.maintenance().getDbStatus()),
                new Case(
                        "restore", Kind.ONCE, client -> client.maintenance().restoreDb(DbBackup.of(new byte[1], "x"))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyWhatMayBeDoneTwiceIsSentAgain(Case one) {
        assertThat(attempts(one, 503)).isEqualTo(one.kind() == Kind.SAFE ? ATTEMPTS : 1);
        assertThat(attempts(one, 429)).isEqualTo(one.kind() == Kind.NEVER ? 1 : ATTEMPTS);
        assertThat(attempts(one, 401)).isEqualTo(one.kind() == Kind.SAFE || one.kind() == Kind.ONCE ? REPLAYED : 1);
    }

    /** How often the operation itself arrived. */
    private int attempts(Case one, int status) {
        alwaysAnswer(status);
        try (ConnectwareClient client = builder().build()) {
            client.session().login().execute();
            operations.set(0);
            ApiCall<?> call = one.call().apply(client);
            assertThatThrownBy(call::execute).isInstanceOf(ApiException.class);
            return operations.get();
        }
    }

    enum Kind {
        SAFE,
        ONCE,
        ONCE_WITHOUT_TOKEN,
        NEVER
    }

    record Case(String name, Kind kind, Function<ConnectwareClient, ApiCall<?>> call) {
        @Override
        public String toString() {
            return name;
        }
    }
}
