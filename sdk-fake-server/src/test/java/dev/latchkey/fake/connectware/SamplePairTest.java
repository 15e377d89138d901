package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.testsupport.DocumentedOperation;
import dev.latchkey.testsupport.DocumentedOperations;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The request and the certificate that the documentation prints, which are real. */
class SamplePairTest {
    private static final DocumentedOperation REGISTER = DocumentedOperations.of("connectware").stream()
            .filter(operation -> operation.id().equals("connectware.clientRegistry.register"))
            .findFirst()
            .orElseThrow();
    private static final Map<String, Object> REQUEST = Json.asObject(REGISTER.requestExample());
    private static final Map<String, Object> ANSWER = Json.asObject(Json.parse(REGISTER.responseExample()));

    private final SigningRequest csr = SigningRequest.parse((String) REQUEST.get("csr"));
    private final X509Certificate certificate = certificate(ANSWER);

    @Test
    void theRequestIsSignedByItsOwnKeyAndNamesSomebodyElse() {
        assertThat(csr.commonName()).isEqualTo("R2D2").isNotEqualTo(REQUEST.get("username"));
        assertThat(csr.publicKey().getAlgorithm().getAlgorithm().getId()).isEqualTo("1.2.840.113549.1.1.1");
    }

    @Test
    void theCertificateIsForTheKeyOfTheRequest() throws Exception {
        assertThat(certificate.getPublicKey().getEncoded())
                .isEqualTo(csr.publicKey().getEncoded());
        assertThat(certificate.getSubjectX500Principal().getEncoded())
                .isEqualTo(csr.subject().getEncoded());
    }

    @Test
    void theCertificateHasExpiredAndIsSignedBySha1() {
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA1withRSA");
        assertThatThrownBy(certificate::checkValidity).isInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void theCertificateIsShownWithWhatItSays() {
        assertThat(CertificateRow.of("id", certificate, true))
                .containsEntry(
                        "issuedBy",
                        Json.object(
                                "commonName", "CybusCA",
                                "organization", "Cybus GmbH",
                                "organizationalUnit", "Development"))
                .containsEntry(
                        "issuedTo",
                        Json.object(
                                "commonName",
                                "R2D2",
                                "organization",
                                "Robots Inc.",
                                "organizationalUnit",
                                "R&D",
                                "alternativeNames",
                                List.of()))
                .containsEntry("extendedKeyUsage", List.of("clientAuth"))
                .containsEntry("basicConstraints", Json.object("isCA", false, "pathLength", null))
                .containsEntry("issuedOn", Instant.parse("2022-05-16T11:21:59Z").toEpochMilli())
                .containsEntry(
                        "expiresOn", Instant.parse("2023-05-16T11:21:59Z").toEpochMilli());
    }

    @Test
    void ourBase64IsWrappedAsTheirs() {
        String theirs = (String) ANSWER.get("certificate");

        // Their PEM ends with one line feed more.
        assertThat(theirs)
                .startsWith(Pem.inBase64(certificate).lines().findFirst().orElseThrow() + "\n");
        assertThat(new String(Base64.getMimeDecoder().decode(theirs), StandardCharsets.US_ASCII))
                .isEqualTo(Pem.of(certificate) + "\n");
        assertThat(Device.inBase64(Pem.of(certificate) + "\n")).isEqualTo(theirs);
    }

    @Test
    void theDocumentedRequestIsTakenAndGranted() throws Exception {
        try (FakeConnectware fake = FakeConnectware.start()) {
            Client client = new Client(fake);
            fake.clientRegistry().open(Duration.ofMinutes(5));
            assertThat(register(client).status()).isEqualTo(202);
            fake.clientRegistry().confirm((String) REQUEST.get("username"));

            Answer granted = register(client);

            assertThat(granted.members().keySet()).isEqualTo(ANSWER.keySet());
            X509Certificate ours = certificate(granted.members());
            assertThat(ours.getPublicKey()).isEqualTo(certificate.getPublicKey());
            assertThat(ours.getSubjectX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
            TestAuthorityTest.validate(
                    ours, fake.certificates().authority(), fake.clock().instant());
        }
    }

    private static Answer register(Client client) throws Exception {
        return client.json(REGISTER.method(), REGISTER.path(), null, REQUEST);
    }

    private static X509Certificate certificate(Map<String, Object> answer) {
        byte[] pem = Base64.getMimeDecoder().decode((String) answer.get("certificate"));
        return Pem.certificates(new String(pem, StandardCharsets.US_ASCII)).get(0);
    }
}
