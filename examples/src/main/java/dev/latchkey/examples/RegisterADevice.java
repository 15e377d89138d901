package dev.latchkey.examples;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.NewRegistration;
import dev.latchkey.connectware.Registration;
import dev.latchkey.connectware.RegistrationConfirmation;
import dev.latchkey.connectware.RegistrationRequest;
import dev.latchkey.connectware.SigningRequest;
import dev.latchkey.fake.connectware.FakeConnectware;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A device makes a key, registers at Connectware, is let in by an administrator, and gets the certificate for its key. */
public final class RegisterADevice {
    private static final String NAME = "iot.device.0123456";

    private RegisterADevice() {}

    public static void main(String[] args) throws Exception {
        try (FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret")) {
            run(fake.baseUrl());
        }
    }

    static void run(String baseUrl) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair(); // the private key stays here

        try (ConnectwareClient admin = ConnectwareClient.builder()
                        .baseUrl(baseUrl)
                        .credentials("admin", "secret")
                        .build();
                ConnectwareClient device =
                        ConnectwareClient.builder().baseUrl(baseUrl).build()) {
            admin.clientRegistry().open(Duration.ofMinutes(5)).execute();

            NewRegistration registration = NewRegistration.builder(NAME)
                    .signingRequest(signingRequest(keys))
                    .context("serial number 0123456")
                    .build();
            System.out.println("first answer: "
                    + device.clientRegistry().register(registration).execute());
            CompletableFuture<Registration> decided = device.clientRegistry()
                    .registerAndWait(registration, Duration.ofMinutes(5))
                    .pollEvery(Duration.ofMillis(20), Duration.ofSeconds(10))
                    .executeAsync();

            for (RegistrationRequest request : admin.clientRegistry().list().execute()) {
                System.out.println(request.username() + " asks, " + request.context());
                admin.clientRegistry()
                        .confirm(RegistrationConfirmation.builder(NAME).build())
                        .execute();
            }

            if (decided.get() instanceof Registration.Granted granted) {
                X509Certificate certificate =
                        granted.certificate().orElseThrow().x509();
                System.out.println(
                        "a certificate for " + certificate.getSubjectX500Principal() + ", for the device's key: "
                                + certificate.getPublicKey().equals(keys.getPublic()));
            }
        }
    }

    private static SigningRequest signingRequest(KeyPair keys) throws Exception {
        var builder = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=" + NAME), keys.getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        return SigningRequest.der(builder.build(signer).getEncoded());
    }
}
