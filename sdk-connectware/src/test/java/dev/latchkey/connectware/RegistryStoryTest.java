package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.connectware.FakePermission;
import dev.latchkey.fake.connectware.FakeRole;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that register, and the administrator who decides, in the fake's time. */
class RegistryStoryTest {
    private static final String PASSWORD = "secret-" + SecretLeaks.MARKER;
    private static final String GRANTED = "iot.device.1";
    private static final String IGNORED = "iot.device.2";

    @Fake
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", PASSWORD);

    private ConnectwareClient admin;
    private ConnectwareClient devices;

    @BeforeEach
    void open() {
        fake.clock().freeze();
        fake.settings().secretMarker(SecretLeaks.MARKER);
        ConnectwareClientBuilder builder =
                ConnectwareClient.builder().baseUrl(fake.baseUrl()).timeSource(new FakeTime(fake.clock()));
        devices = builder.build();
        admin = builder.credentials("admin", PASSWORD).build();
    }

    @AfterEach
    void close() {
        devices.close();
        admin.close();
    }

    private RegistrationWait wait(NewRegistration registration) {
        return devices.clientRegistry()
                .registerAndWait(registration, Duration.ofMinutes(10))
                .pollEvery(Duration.ofMillis(2), Duration.ofMillis(20));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofThreeDevicesAtOnceEachIsToldItsOwn(boolean sane) throws Exception {
        fake.settings().saneShapes(sane);
        String role = fake.addRole(FakeRole.of("devices", FakePermission.of("plant/#", "read", "mqtt")));
        CompletableFuture<Registration> granted = wait(NewRegistration.builder(GRANTED)
                        .signingRequest(SigningRequest.pem(Samples.REQUEST_PEM))
                        .role("devices")
                        .permission(Permission.of("plant/1", PermissionOperation.WRITE, PermissionContext.MQTT))
                        .context("line 1")
                        .build())
                .executeAsync();
        FutureTask<Registration> ignored = new FutureTask<>(
                () -> wait(NewRegistration.builder(IGNORED).password(PASSWORD).build())
                        .execute());
        new Thread(ignored).start();
        assertThat(admin.clientRegistry().list().execute()).isEmpty();

        admin.clientRegistry().open(Duration.ofMinutes(1)).execute();
        await().until(() -> names().containsAll(List.of(GRANTED, IGNORED)));
        CompletableFuture<Registration> conflicting = wait(NewRegistration.builder(GRANTED)
                        .password("other-" + SecretLeaks.MARKER)
                        .build())
                .executeAsync();
        assertThat(conflicting.get(10, TimeUnit.SECONDS)).isEqualTo(new Registration.Conflict());

        RegistrationRequest row = row(GRANTED);
        assertThat(row.credentialType()).isEqualTo(CredentialType.CERTIFICATE);
        assertThat(row.roles()).containsExactly("devices");
        assertThat(row.context()).isEqualTo("line 1");
        assertThat(row.permissions())
                .singleElement()
                .satisfies(permission -> assertThat(permission.resource()).isEqualTo("plant/1"));
        assertThat(row.timestampInstant()).isPresent();

        fake.clock().advance(Duration.ofMinutes(2));
        User user = admin.clientRegistry()
                .confirm(RegistrationConfirmation.builder(GRANTED).roleId(role).build())
                .execute();
        assertThat(user.username()).isEqualTo(GRANTED);

        Registration.Granted outcome = (Registration.Granted) granted.get(10, TimeUnit.SECONDS);
        X509Certificate certificate = outcome.certificate().orElseThrow().x509();
        assertThat(certificate.getPublicKey())
                .isEqualTo(new CertificatePem(Samples.CERTIFICATE_PEM).x509().getPublicKey());
        assertThat(names()).containsExactly(IGNORED);

        assertThat(ignored.isDone()).isFalse();
        fake.clock().advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> ignored.get(10, TimeUnit.SECONDS))
                .hasCauseExactlyInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("Pending");
    }

    @Test
    void aDeviceWithAPasswordLogsInOnceItIsLetIn() {
        NewRegistration device =
                NewRegistration.builder(GRANTED).password(PASSWORD).build();
        assertThat(devices.clientRegistry().register(device).execute()).isEqualTo(new Registration.Locked());
        admin.clientRegistry().open().execute();
        assertThat(devices.clientRegistry().register(device).execute()).isEqualTo(new Registration.Pending());
        admin.clientRegistry()
                .confirm(RegistrationConfirmation.builder(GRANTED)
                        .grant(new GrantType(GrantMethod.PASSWORD, true))
                        .build())
                .execute();

        assertThat(wait(device).execute()).isEqualTo(new Registration.Granted(null));

        assertThat(devices.auth().login(GRANTED, PASSWORD).execute()).isInstanceOf(LoginOutcome.Done.class);
    }

    @Test
    void theRegistryClosesByItself() {
        admin.clientRegistry().open().execute();
        fake.clock().advance(Duration.ofSeconds(31));

        NewRegistration device =
                NewRegistration.builder(GRANTED).password(PASSWORD).build();
        assertThat(devices.clientRegistry().register(device).execute()).isEqualTo(new Registration.Locked());
    }

    @Test
    void nobodyIsLetInWhoHasNotAsked() {
        assertThatThrownBy(() -> admin.clientRegistry()
                        .confirm(RegistrationConfirmation.builder("stranger").build())
                        .execute())
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aCertificateThatIsUploadedIsListedAndReadAgain() {
        CertificatePem pem = new CertificatePem(Samples.CERTIFICATE_PEM);

        List<CertificateInfo> uploaded = admin.certificates().upload(pem).execute();

        CertificateInfo info = uploaded.get(0);
        assertThat(info.issuedBy().commonName()).isEqualTo("CybusCA");
        assertThat(info.expiresInstant()).hasValue(pem.x509().getNotAfter().toInstant());
        assertThat(admin.certificates().list().execute()).contains(info);
        assertThat(admin.certificates().getContent(info.id()).execute().x509()).isEqualTo(pem.x509());
        assertThatThrownBy(() -> admin.certificates().getContent("none").execute())
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aBackupIsRestoredAndTheBrokerIsAnswered() {
        assertThat(admin.maintenance().getDbStatus().execute().restore()).isNull();
        admin.maintenance()
                .restoreDb(DbBackup.of("backup".getBytes(StandardCharsets.UTF_8), "db.gz"))
                .execute();
        assertThat(admin.maintenance().getDbStatus().execute().restore()).isNotNull();

        EnhancedAuthResult verdict = devices.broker()
                .authEnhanced(EnhancedAuthRequest.builder("client", "no-such-method")
                        .authenticationData("data-" + SecretLeaks.MARKER)
                        .username("jane")
                        .mountpoint("")
                        .build())
                .execute();
        assertThat(verdict.isOk() || verdict.error() != null).isTrue();
    }

    private List<String> names() {
        return admin.clientRegistry().list().execute().stream()
                .map(RegistrationRequest::username)
                .toList();
    }

    private RegistrationRequest row(String username) {
        return admin.clientRegistry().list().execute().stream()
                .filter(row -> username.equals(row.username()))
                .findFirst()
                .orElseThrow();
    }
}
