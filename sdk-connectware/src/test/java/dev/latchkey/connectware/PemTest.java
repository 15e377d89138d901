package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.leakcheck.SecretLeaks;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
    private static final byte[] REQUEST = PemBlocks.contents(Samples.REQUEST_PEM, Set.of("CERTIFICATE REQUEST"))
            .get(0);
    private static final String KEY =
            PemBlocks.write("PRIVATE KEY", ("the key " + SecretLeaks.MARKER).getBytes(StandardCharsets.UTF_8));

    @Test
    void theDocumentedRequestIsReadAndWrittenTheSame() {
        SigningRequest request = SigningRequest.pem(Samples.REQUEST_PEM);

        assertThat(request.pem()).isEqualTo(Samples.REQUEST_PEM);
        assertThat(request.subject().getName()).contains("CN=R2D2").contains("O=Robots Inc.");
        assertThat(request.toString()).contains("R2D2").doesNotContain("BEGIN");
        assertThat(SigningRequest.der(REQUEST).pem()).isEqualTo(Samples.REQUEST_PEM);
        assertThat(SigningRequest.der(REQUEST)).isEqualTo(request).hasSameHashCodeAs(request);
    }

    @Test
    void theDocumentedCertificateIsThatOfTheRequest() {
        CertificatePem pem = new CertificatePem(Samples.CERTIFICATE_PEM);

        X509Certificate certificate = pem.x509();

        assertThat(certificate.getIssuerX500Principal().getName()).contains("CN=CybusCA");
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo("2023-05-16T11:21:59Z");
        assertThat(PemBlocks.contents(Samples.REQUEST_PEM, Set.of("CERTIFICATE REQUEST"))
                        .get(0))
                .containsSequence(certificate.getPublicKey().getEncoded());
        assertThat(CertificatePem.of(certificate).x509()).isEqualTo(certificate);
        assertThat(CertificatePem.of(certificate, certificate).chain()).containsExactly(certificate, certificate);
    }

    @Test
    void onlyTheRequestItselfIsKeptOfWhatStandsAroundIt() {
        String everything = KEY + "a comment\n" + Samples.REQUEST_PEM.replace("\n", "\r\n") + Samples.CERTIFICATE_PEM;

        assertThat(SigningRequest.pem(everything).pem()).isEqualTo(Samples.REQUEST_PEM);
        assertThat(SigningRequest.pem(Samples.REQUEST_PEM.replace("CERTIFICATE", "NEW CERTIFICATE"))
                        .pem())
                .isEqualTo(Samples.REQUEST_PEM);
    }

    @ParameterizedTest
    @MethodSource("noRequests")
    void whatIsNoRequestIsRefusedByNameAndNotShown(String text) {
        assertThatThrownBy(() -> SigningRequest.pem(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("certificate signing request")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SecretLeaks.MARKER));
    }

    static Stream<String> noRequests() {
        return Stream.of(
                "",
                " ",
                SecretLeaks.MARKER,
                KEY,
                Samples.CERTIFICATE_PEM,
                Samples.REQUEST_PEM + Samples.REQUEST_PEM,
                Samples.REQUEST_PEM.replace("-----END", "-----FIN"),
                Samples.REQUEST_PEM.substring(0, 200),
                Samples.REQUEST_PEM.replace("M", "*"),
                PemBlocks.write("CERTIFICATE REQUEST", new byte[0]),
                PemBlocks.write("CERTIFICATE REQUEST", SecretLeaks.MARKER.getBytes(StandardCharsets.UTF_8)),
                Samples.CERTIFICATE_PEM.replace("CERTIFICATE", "CERTIFICATE REQUEST"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 10, 100, 500})
    void aRequestThatIsCutOffIsNone(int length) {
        byte[] cut = java.util.Arrays.copyOf(REQUEST, length);

        assertThatThrownBy(() -> SigningRequest.der(cut)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aRequestWithMoreBehindItIsNone() {
        byte[] more = java.util.Arrays.copyOf(REQUEST, REQUEST.length + 1);

        assertThatThrownBy(() -> SigningRequest.der(more)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SigningRequest.der(null)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n*\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN "
            })
    void whatAServerSendsInsteadOfACertificateIsKeptAndNamedWhenItIsRead(String text) {
        CertificatePem pem = new CertificatePem(text);

        assertThat(pem.text()).isEqualTo(text);
        assertThatThrownBy(pem::x509).isInstanceOf(MalformedResponseException.class);
        assertThat(pem.toString()).doesNotContain(text);
    }

    /** The JDK reads PEM within PEM, and quotes its first line. */
    @Test
    void ofACertificateThatCannotBeReadNothingIsQuoted() {
        String inner = "-----BEGIN QUOTED\nAAAA\n-----END QUOTED-----\n";
        String text = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.US_ASCII))
                + "\n-----END CERTIFICATE-----\n";

        assertThatThrownBy(new CertificatePem(text)::chain)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("none of X.509")
                .hasNoCause();
    }

    @Test
    @Timeout(20)
    void aTextOfNothingButBeginningsIsSearchedOnce() {
        CertificatePem hostile = new CertificatePem("-----BEGIN CERTIFICATE-----\n".repeat(500_000));

        assertThatThrownBy(hostile::chain).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void theWireWrapsPemInBase64OfLinesOf76() {
        String wire = WirePem.encode(Samples.REQUEST_PEM);

        assertThat(wire).endsWith("=\n").matches("(?s)([A-Za-z0-9+/=]{1,76}\n)+");
        assertThat(WirePem.decode(wire)).isEqualTo(Samples.REQUEST_PEM);
        assertThat(WirePem.decode(wire.replace("\n", ""))).isEqualTo(Samples.REQUEST_PEM);
        assertThat(WirePem.decode(wire.replace("\n", "\r\n"))).isEqualTo(Samples.REQUEST_PEM);
    }

    @Test
    void aServerThatDoesNotWrapIsUnderstoodToo() {
        assertThat(WirePem.decode(Samples.CERTIFICATE_PEM)).isEqualTo(Samples.CERTIFICATE_PEM);
        assertThat(WirePem.decode("text")).isEqualTo("text");
        assertThat(WirePem.decode("=")).isEqualTo("=");
        String noPem = Base64.getEncoder().encodeToString("nothing".getBytes(StandardCharsets.UTF_8));
        assertThat(WirePem.decode(noPem)).isEqualTo(noPem).isNotEqualTo(noPem.toLowerCase(Locale.ROOT));
    }
}
