package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsTest {
    private final TestServer fake = new TestServer();

    @AfterEach
    void closeTheFake() {
        fake.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void aClientThatTrustsTheCertificateSpeaksHttp2(String host) throws Exception {
        fake.https();
        OkHttpClient client = Trust.in(fake);
        assertThat(fake.baseUrl()).isEqualTo("https://127.0.0.1:" + fake.port() + "/base");

        for (int i = 1; i <= 3; i++) {
            try (Response response = count(client, fake.baseUrl().replace("127.0.0.1", host))) {
                assertThat(response.protocol()).isEqualTo(Protocol.HTTP_2);
                assertThat(response.body().string()).isEqualTo("{\"count\":" + i + "}");
            }
        }
        assertThat(fake.acceptedConnections()).isEqualTo(1);
    }

    @Test
    void withoutHttp2ItIsHttp1() throws Exception {
        fake.https();
        fake.withoutHttp2();

        try (Response response = count(Trust.in(fake), fake.baseUrl())) {
            assertThat(response.protocol()).isEqualTo(Protocol.HTTP_1_1);
            assertThat(response.body().string()).isEqualTo("{\"count\":1}");
        }
    }

    @Test
    void aClientThatSpeaksNoHttp2IsServedToo() throws Exception {
        fake.https();
        OkHttpClient client = Trust.in(fake)
                .newBuilder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .build();

        try (Response response = count(client, fake.baseUrl())) {
            assertThat(response.protocol()).isEqualTo(Protocol.HTTP_1_1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRedirectToTheLoginPageStaysAtTheOriginThatTheClientNamed(boolean http2) throws Exception {
        try (FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret")) {
            cloud.https();
            if (!http2) {
                cloud.withoutHttp2();
            }
            OkHttpClient still =
                    Trust.in(cloud).newBuilder().followRedirects(false).build();
            String origin = "https://localhost:" + cloud.port();
            Request request = new Request.Builder()
                    .url(origin + "/api/v1/accounts/1234/tokens")
                    .build();

            try (Response response = still.newCall(request).execute()) {
                assertThat(response.protocol()).isEqualTo(http2 ? Protocol.HTTP_2 : Protocol.HTTP_1_1);
                assertThat(response.code()).isEqualTo(302);
                assertThat(response.header("Location")).isEqualTo(origin + "/login");
            }
        }
    }

    @Test
    void theDeviceApiIsBesideTheBaseUrl() throws Exception {
        try (FakeDeviceHive hive = FakeDeviceHive.withAdmin("admin", "secret")) {
            hive.https();
            hive.settings().deviceApi(true);
            Request request = new Request.Builder()
                    .url(hive.deviceApiUrl() + "/network")
                    .header("Authorization", "Bearer " + hive.logIn("admin").accessToken())
                    .build();

            try (Response response = Trust.in(hive).newCall(request).execute()) {
                assertThat(response.body().string()).contains("Sample Network");
            }
        }
    }

    @Test
    void aClientThatDoesNotTrustTheCertificateIsNotServed() {
        fake.https();

        assertThatThrownBy(() -> count(new OkHttpClient(), fake.baseUrl())).isInstanceOf(SSLException.class);
        assertThat(fake.journal().count()).isZero();
        await().until(() -> fake.openConnections() == 0);
    }

    @Test
    void aClientThatSpeaksNoTlsIsNotServed() throws Exception {
        fake.https();

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP");
        }
        await().until(() -> fake.openConnections() == 0);
    }

    @Test
    void theCertificateStaysWhenTheFakeStartsAgain() throws Exception {
        fake.https();
        OkHttpClient client = Trust.in(fake);
        count(client, fake.baseUrl()).close();

        fake.close();

        count(client, fake.baseUrl()).close();
        assertThat(fake.acceptedConnections()).isEqualTo(2);
    }

    @Test
    void theCertificateIsThereInPem() throws Exception {
        byte[] pem = fake.certificatePem().getBytes(StandardCharsets.US_ASCII);

        assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)))
                .isEqualTo(fake.certificate());
    }

    @Test
    void whatIsChosenIsChosenBeforeTheStart() {
        assertThat(fake.port()).isPositive();

        assertThatThrownBy(fake::https)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("https() has to be called before the fake starts");
        assertThatThrownBy(fake::withoutHttp2).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void requestsOnOneHttp2ConnectionAreDealtWithAtOnce() throws Exception {
        fake.https();
        OkHttpClient client = Trust.in(fake);
        count(client, fake.baseUrl()).close();
        Hold hold = fake.hold("POST", "/count");
        Thread held = new Thread(() -> {
            try {
                count(client, fake.baseUrl()).close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        held.start();
        hold.awaitArrived(1, Duration.ofSeconds(10));
        try (Response response = client.newCall(
                        new Request.Builder().url(fake.baseUrl() + "/things/7").build())
                .execute()) {
            assertThat(response.body().string()).isEqualTo("7");
        }
        hold.release();
        held.join();
        assertThat(fake.executed).hasValue(2);
        assertThat(fake.acceptedConnections()).isEqualTo(1);
    }

    @Test
    void handlersAndTheJournalSeeNoMarkOfTheStream() throws Exception {
        fake.https();
        fake.handle("GET", "/marked", request -> FakeResponse.text(200, "" + request.header("latchkey-fake-stream")));

        try (Response response = Trust.in(fake)
                .newCall(new Request.Builder().url(fake.baseUrl() + "/marked").build())
                .execute()) {
            assertThat(response.body().string()).isEqualTo("null");
        }
        assertThat(fake.journal().requests().get(0).headers()).doesNotContainKey("latchkey-fake-stream");
    }

    private static Response count(OkHttpClient client, String baseUrl) throws IOException {
        return client.newCall(new Request.Builder()
                        .url(baseUrl + "/count")
                        .post(RequestBody.EMPTY)
                        .build())
                .execute();
    }
}
