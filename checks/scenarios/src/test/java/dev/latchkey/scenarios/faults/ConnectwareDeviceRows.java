package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;

import dev.latchkey.connectware.CertificatePem;
import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.DbBackup;
import dev.latchkey.connectware.EnhancedAuthRequest;
import dev.latchkey.connectware.NewRegistration;
import dev.latchkey.connectware.RegistrationConfirmation;
import dev.latchkey.fake.connectware.FakeConnectware;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import okhttp3.tls.HeldCertificate;

/** Devices, certificates, the broker and maintenance. */
final class ConnectwareDeviceRows {
    private static final String DEVICE = "iot.device.1";
    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder().build();

    private final ConnectwareRows rows;

    ConnectwareDeviceRows(ConnectwareRows rows) {
        this.rows = rows;
    }

    void add() {
        rows.add(
                rows.operation(
                                "maintenance.backup",
                                s -> s.client().maintenance().backup())
                        .reading(Reads.NOTHING),
                rows.operation("clientRegistry.register", s -> {
                            s.fake().clientRegistry().open(Duration.ofMinutes(1));
                            return s.client().clientRegistry().register(device());
                        })
                        .reading(Reads.STATUS)
                        .saying(409, 423),
                rows.operation("clientRegistry.list", s -> {
                    askToRegister(s);
                    return s.client().clientRegistry().list();
                }),
                rows.operation(
                                "clientRegistry.open",
                                s -> s.client().clientRegistry().open(Duration.ofSeconds(30)))
                        .repeating(Repeats.HARMLESS)
                        .reading(Reads.NOTHING),
                rows.operation("clientRegistry.confirm", s -> {
                    askToRegister(s);
                    return s.client()
                            .clientRegistry()
                            .confirm(RegistrationConfirmation.builder(DEVICE).build());
                }),
                rows.operation(
                        "certificates.list", s -> s.client().certificates().list()),
                rows.operation(
                        "certificates.upload",
                        s -> s.client().certificates().upload(new CertificatePem(CERTIFICATE.certificatePem()))),
                rows.operation(
                                "certificates.getContent",
                                s -> s.client()
                                        .certificates()
                                        .getContent(s.fake().certificates().add(CERTIFICATE.certificate())))
                        .reading(Reads.TEXT),
                rows.operation(
                        "broker.authEnhanced",
                        s -> s.client()
                                .broker()
                                .authEnhanced(EnhancedAuthRequest.builder("client-1", "PLAIN")
                                        .username(s.username())
                                        .authenticationData(s.secret(inBase64(PASSWORD)))
                                        .build())),
                rows.operation(
                        "maintenance.getDbStatus", s -> s.client().maintenance().getDbStatus()),
                rows.operation(
                                "maintenance.restoreDb",
                                s -> s.client().maintenance().restoreDb(DbBackup.of(new byte[] {1, 2, 3}, "db.gz")))
                        .reading(Reads.NOTHING));
    }

    private static void askToRegister(Scene<FakeConnectware, ConnectwareClient> scene) {
        scene.fake().clientRegistry().open(Duration.ofMinutes(1));
        scene.helper().clientRegistry().register(device()).execute();
    }

    private static NewRegistration device() {
        return NewRegistration.builder(DEVICE).password(PASSWORD).build();
    }

    private static String inBase64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
