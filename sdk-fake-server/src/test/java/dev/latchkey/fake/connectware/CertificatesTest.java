package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trusted certificates, over HTTP. */
class CertificatesTest {
    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private final Client client = new Client(fake);

    @Test
    void theAuthorityIsThereFromTheStart() throws Exception {
        List<Map<String, Object>> rows = list();

        assertThat(rows).hasSize(1);
        Map<String, Object> row = rows.get(0);
        assertThat(row)
                .containsEntry(
                        "issuedBy",
                        Json.object(
                                "commonName", "CybusCA",
                                "organization", "Latchkey",
                                "organizationalUnit", "Fake servers"))
                .containsEntry("keyUsage", List.of("keyCertSign", "cRLSign"))
                .containsEntry("basicConstraints", Json.object("isCA", true, "pathLength", 0L))
                .containsEntry("removable", false);
        X509Certificate authority = fake.certificates().authority();
        assertThat(row)
                .containsEntry("issuedOn", authority.getNotBefore().toInstant().toEpochMilli())
                .containsEntry("expiresOn", authority.getNotAfter().toInstant().toEpochMilli());
        assertThat(content(row).body()).isEqualTo(Pem.of(authority));
    }

    @Test
    void fingerprintsAreThoseOfOpenssl() throws Exception {
        byte[] der = fake.certificates().authority().getEncoded();
        HexFormat colons = HexFormat.ofDelimiter(":").withUpperCase();

        assertThat(list().get(0).get("fingerprints"))
                .isEqualTo(Json.object(
                        "sha1",
                                colons.formatHex(
                                        MessageDigest.getInstance("SHA-1").digest(der)),
                        "sha256",
                                colons.formatHex(
                                        MessageDigest.getInstance("SHA-256").digest(der))));
    }

    @Test
    void anUploadedCertificateIsListedWithAllThatItSays() throws Exception {
        Answer answer = upload(TestCertificates.server());

        assertThat(answer.status()).isEqualTo(200);
        List<Map<String, Object>> uploaded = rows(answer);
        assertThat(uploaded).hasSize(1);
        assertThat(uploaded.get(0))
                .containsEntry(
                        "issuedTo",
                        Json.object(
                                "commonName",
                                "plc, hall 7",
                                "organization",
                                "Robots Inc.",
                                "organizationalUnit",
                                null,
                                "alternativeNames",
                                List.of("plc.example.com", "192.168.0.7", "ops@example.com", "https://plc/")))
                .containsEntry("keyUsage", List.of("digitalSignature", "keyEncipherment"))
                .containsEntry("extendedKeyUsage", List.of("serverAuth", "clientAuth", "1.2.3.4"))
                .containsEntry("basicConstraints", Json.object("isCA", false, "pathLength", null))
                .containsEntry("issuedOn", 1_700_000_000_000L)
                .containsEntry("expiresOn", 1_900_000_000_000L)
                .containsEntry("removable", true);
        assertThat(list()).hasSize(2).contains(uploaded.get(0));
    }

    @Test
    void aBareCertificateHasEmptyLists() throws Exception {
        Map<String, Object> row = rows(upload(TestCertificates.bare())).get(0);

        assertThat(row)
                .containsEntry("keyUsage", List.of())
                .containsEntry("extendedKeyUsage", List.of())
                .containsEntry("basicConstraints", Json.object("isCA", false, "pathLength", null));
        assertThat(Json.asObject(row.get("issuedTo"))).containsEntry("alternativeNames", List.of());
    }

    @Test
    void anAuthorityWithoutALimitHasNoPathLength() throws Exception {
        assertThat(rows(upload(TestCertificates.unlimitedAuthority())).get(0))
                .containsEntry("basicConstraints", Json.object("isCA", true, "pathLength", null));
    }

    @Test
    void aChainIsUploadedAtOnceAndItsTextComesBack() throws Exception {
        X509Certificate first = TestCertificates.server();
        X509Certificate second = TestCertificates.unlimitedAuthority();

        List<Map<String, Object>> uploaded = rows(upload("a comment\n" + Pem.of(first) + "\n" + Pem.of(second)));

        assertThat(uploaded).hasSize(2);
        assertThat(fake.certificates().all())
                .containsExactly(fake.certificates().authority(), first, second);
        Answer text = content(uploaded.get(1));
        assertThat(text.header("Content-Type")).startsWith("text/plain");
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(text.body().getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(second);
    }

    @Test
    void theSameCertificateTwiceIsOne() throws Exception {
        X509Certificate certificate = TestCertificates.server();

        Object id = rows(upload(certificate)).get(0).get("id");

        assertThat(rows(upload(certificate)).get(0)).containsEntry("id", id);
        assertThat(fake.certificates().add(certificate)).isEqualTo(id);
        assertThat(list()).hasSize(2);
    }

    static List<Object> garbage() {
        String good = Pem.of(TestCertificates.server());
        String key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder()
                        .encodeToString(Device.ec().keys().getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        return List.of(
                "",
                "text",
                good.replace("-----END", "-----LEAK7Q4Z"),
                good.substring(0, good.length() / 2),
                "-----BEGIN CERTIFICATE-----\nTEVBSzdRNFo=\n-----END CERTIFICATE-----\n",
                good + key,
                Device.inBase64(good),
                List.of(good),
                Map.of("certificate", good),
                7);
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbageIsA400AndChangesNothing(Object body) throws Exception {
        Answer answer = client.json("POST", "/api/certificates", token(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.members().keySet()).containsExactly("code", "message");
        assertThat(answer.body()).doesNotContain("LEAK7Q4Z", "BEGIN");
        assertThat(fake.certificates().all()).hasSize(1);
    }

    @Test
    void aPrivateKeyThatIsUploadedByMistakeIsNotInTheJournal() throws Exception {
        upload("-----BEGIN EC PRIVATE KEY-----\nLEAK7Q4Z\n-----END EC PRIVATE KEY-----\n");

        assertThat(fake.journal().requests().toString()).doesNotContain("LEAK7Q4Z");
        assertThat(fake.journal().requests().get(0).body()).isEqualTo("\"***\"");
    }

    @Test
    void contentOfAnUnknownIdIs404AndOfNone400() throws Exception {
        assertThat(get("/api/certificates/content?id=nobodys").status()).isEqualTo(404);
        assertThat(get("/api/certificates/content").status()).isEqualTo(400);
    }

    @Test
    void certificatesWantAToken() throws Exception {
        assertThat(client.get("/api/certificates").status()).isEqualTo(401);
        assertThat(client.get("/api/certificates/content?id=authority").status())
                .isEqualTo(401);
        assertThat(client.json("POST", "/api/certificates", null, "text").status())
                .isEqualTo(401);
    }

    @Test
    void aTestAddsCertificatesAndAResetRemovesThem() throws Exception {
        X509Certificate authority = fake.certificates().authority();
        List<String> ids = fake.certificates().add(Pem.of(TestCertificates.server()) + Pem.of(TestCertificates.bare()));

        assertThat(list()).extracting(row -> row.get("id")).containsAll(ids).hasSize(3);
        assertThatThrownBy(() -> fake.certificates().add("text")).isInstanceOf(IllegalArgumentException.class);

        fake.reset();
        assertThat(fake.certificates().all()).containsExactly(authority);
    }

    private Answer upload(X509Certificate certificate) throws IOException {
        return upload(Pem.of(certificate));
    }

    private Answer upload(String pem) throws IOException {
        return client.json("POST", "/api/certificates", token(), pem);
    }

    private List<Map<String, Object>> list() throws IOException {
        return rows(get("/api/certificates"));
    }

    private Answer content(Map<String, Object> row) throws IOException {
        return get("/api/certificates/content?id=" + row.get("id"));
    }

    private Answer get(String path) throws IOException {
        return client.json("GET", path, token(), null);
    }

    private String token() {
        return fake.logIn("admin").token();
    }

    private static List<Map<String, Object>> rows(Answer answer) {
        return ((List<?>) answer.json()).stream().map(Json::asObject).toList();
    }
}
