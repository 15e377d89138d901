package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00.900Z");

    private final ConnectwareSettings settings = new ConnectwareSettings();
    private final TestAuthority authority = new TestAuthority(() -> NOW, settings);

    static Stream<Device> devices() {
        return Stream.of(Device.ec(), Device.rsa());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void aSignedCertificateIsVerifiedAgainstTheAuthority(Device device) throws Exception {
        X509Certificate certificate = sign(device.csr("CN=device-1,O=Robots Inc."));

        assertThatCode(() -> validate(certificate, authority, NOW)).doesNotThrowAnyException();
        assertThat(certificate.getPublicKey()).isEqualTo(device.keys().getPublic());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("O=Robots Inc.,CN=device-1");
        assertThat(certificate.getIssuerX500Principal())
                .isEqualTo(authority.certificate().getSubjectX500Principal());
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getSerialNumber().signum()).isPositive();
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() {
        X509Certificate certificate = sign(Device.ec().csr("CN=device-1"));

        assertThatThrownBy(() -> certificate.verify(new TestAuthority(() -> NOW, new ConnectwareSettings())
                        .certificate()
                        .getPublicKey()))
                .isInstanceOf(SignatureException.class);
    }

    @Test
    void aCertificateIsGoodFromNowOnTheFakesClockInWholeSeconds() throws Exception {
        X509Certificate certificate = sign(Device.ec().csr("CN=device-1"));

        Instant start = Instant.parse("2026-11-22T05:00:00Z");
        assertThat(certificate.getNotBefore()).isEqualTo(Date.from(start));
        assertThat(certificate.getNotAfter()).isEqualTo(Date.from(start.plus(Duration.ofDays(365))));
        certificate.checkValidity(Date.from(NOW));
        assertThatThrownBy(() -> certificate.checkValidity(Date.from(NOW.plus(Duration.ofDays(365)))))
                .isInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void theAuthorityIsMadeOnceAndIsAnEllipticOne() throws Exception {
        X509Certificate own = authority.certificate();

        assertThat(authority.certificate()).isSameAs(own);
        assertThat(own.getPublicKey()).isInstanceOf(ECPublicKey.class);
        assertThat(own.getBasicConstraints()).isZero();
        own.verify(own.getPublicKey());
    }

    @Test
    void anotherNameMakesAnotherCertificateWithTheSameKey() throws Exception {
        X509Certificate before = authority.certificate();
        settings.authorityName("CybusCA");
        assertThat(authority.certificate()).isSameAs(before);

        settings.authorityName("Plant CA, hall 7");

        assertThat(authority.certificate().getPublicKey()).isEqualTo(before.getPublicKey());
        assertThat(DistinguishedName.json(sign(Device.ec().csr("CN=x")).getIssuerX500Principal()))
                .containsEntry("commonName", "Plant CA, hall 7");
        assertThatCode(() -> validate(sign(Device.ec().csr("CN=x")), authority, NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void theSerialNumbersDiffer() {
        String csr = Device.ec().csr("CN=x");

        assertThat(sign(csr).getSerialNumber()).isNotEqualTo(sign(csr).getSerialNumber());
    }

    @Test
    void aRequestThatIsNotSignedByItsOwnKeyIsRefused() {
        assertThatThrownBy(() -> SigningRequest.parse(Device.ec().csr("CN=x", Device.ec())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not signed by its own key");
        assertThatThrownBy(() -> SigningRequest.parse(Device.rsa().csr("CN=x", Device.ec())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<String> noRequests() {
        String good =
                new String(Base64.getMimeDecoder().decode(Device.ec().csr("CN=LEAK7Q4Z")), StandardCharsets.US_ASCII);
        TestAuthority other = new TestAuthority(() -> NOW, new ConnectwareSettings());
        return List.of(
                "",
                "LEAK7Q4Z",
                "=LEAK7Q4Z",
                good,
                Device.inBase64(good + good),
                Device.inBase64(good.replace("-----END", "-----LEAK7Q4Z")),
                Device.inBase64(good.substring(0, good.length() / 2)),
                Device.inBase64(
                        "-----BEGIN CERTIFICATE REQUEST-----\nTEVBSzdRNFo=\n-----END CERTIFICATE REQUEST-----\n"),
                Device.inBase64("-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----\n"),
                Pem.inBase64(other.certificate()));
    }

    @ParameterizedTest
    @MethodSource("noRequests")
    void whatIsNoRequestIsRefusedWithoutQuotingIt(String csr) {
        assertThatThrownBy(() -> SigningRequest.parse(csr))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("LEAK7Q4Z");
    }

    @Test
    void requestsAreEqualByWhatTheyAskForHoweverTheyAreWrapped() {
        Device device = Device.ec();
        String csr = device.csr("CN=x");

        SigningRequest once = SigningRequest.parse(csr);

        assertThat(SigningRequest.parse(csr.replace("\n", ""))).isEqualTo(once).hasSameHashCodeAs(once);
        assertThat(SigningRequest.parse(device.csr("CN=y"))).isNotEqualTo(once);
        assertThat(once.commonName()).isEqualTo("x");
        assertThat(SigningRequest.parse(device.csr("O=nameless")).commonName()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theBase64OfPemHasLinesOf76CharactersEachEndedByALineFeed(int seed) throws Exception {
        X509Certificate certificate = sign(Device.ec().csr("CN=device-" + seed));

        String encoded = Pem.inBase64(certificate);

        assertThat(encoded).endsWith("\n").doesNotContain("\r", "\n\n");
        List<String> lines = encoded.lines().toList();
        assertThat(lines.subList(0, lines.size() - 1))
                .allSatisfy(line -> assertThat(line).hasSize(76));
        byte[] pem = Base64.getMimeDecoder().decode(encoded);
        assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new java.io.ByteArrayInputStream(pem)))
                .isEqualTo(certificate);
    }

    private X509Certificate sign(String csr) {
        return authority.sign(SigningRequest.parse(csr));
    }

    /** The way of Java's own TLS. */
    static void validate(X509Certificate certificate, TestAuthority authority, Instant at) throws Exception {
        validate(certificate, authority.certificate(), at);
    }

    static void validate(X509Certificate certificate, X509Certificate authority, Instant at) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
    }
}
