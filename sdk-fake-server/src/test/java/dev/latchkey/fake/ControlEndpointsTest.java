package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.fake.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlEndpointsTest {
    @Tested
    final TestServer fake = new TestServer();

    private final Client client = new Client(fake);

    @BeforeEach
    void serveThem() {
        fake.serveControlEndpoints();
    }

    @Test
    void theyAreThereOnlyWhenAskedFor() throws Exception {
        try (TestServer other = new TestServer()) {
            assertThat(new Client(other).control("GET", "clock", null).status()).isEqualTo(404);
            assertThat(other.journal().count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page.example, , 403",
        "page.example, http://page.example, 403",
        "127.0.0.1.page.example, , 403",
        "127.0.0.1, https://page.example, 403",
        "127.0.0.1, null, 403",
        "127.0.0.1, http://localhost, 403",
        "127.0.0.1, , 200",
        "127.0.0.1, http://127.0.0.1, 200",
        "localhost, , 200",
        "localhost, http://localhost, 200",
        "[::1], , 200",
        "127.8.9.10, , 200",
        "LOCALHOST, HTTP://LocalHost, 200",
        "[0:0:0:0:0:0:0:1], http://[::1], 200",
        "[::1], http://127.0.0.1, 403",
        "127.0.0.1, file://, 403",
        "localhost., , 403",
        "0.0.0.0, , 403",
        "[::], , 403",
        "localhost.page.example, , 403",
        "127.0.0.1.nip.io, , 403",
    })
    void webPagesAreKeptAway(String host, String origin, int status) throws Exception {
        String port = ":" + fake.port();
        String page = origin == null || origin.equals("null") ? origin : origin + port;
        String[] headers =
                page == null ? new String[] {"Host", host + port} : new String[] {"Host", host + port, "Origin", page};

        assertThat(client.sendTo(url("/__fake/journal"), "GET", null, headers).status())
                .isEqualTo(status);
    }

    @Test
    void aNameOfOnesOwnIsLetIn() throws Exception {
        fake.serveControlEndpoints("fakes", "Fakes.Test");

        assertThat(statusFor("fakes")).isEqualTo(200);
        assertThat(statusFor("fakes.test")).isEqualTo(200);
        assertThat(statusFor("other")).isEqualTo(403);
        assertThat(statusFor("localhost")).isEqualTo(200);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + fake.port() + path;
    }

    private int statusFor(String host) throws Exception {
        return client.sendTo(url("/__fake/clock"), "GET", null, "Host", host + ":" + fake.port())
                .status();
    }

    @Test
    void whatAFormOfAPageCanSendIsNoJson() throws Exception {
        RequestBody text = RequestBody.create("{\"seconds\":60}", MediaType.get("text/plain"));

        Client.Answer answer = client.sendTo(url("/__fake/clock/advance"), "POST", text);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("application/json");
    }

    @Test
    void theClockIsReadAndMoved() throws Exception {
        client.control("POST", "clock/freeze", "");
        client.control("POST", "clock/set", "{\"instant\":\"2020-09-14T16:18:32Z\"}");
        client.control("POST", "clock/advance", "{\"seconds\":0.5}");
        assertThat(client.control("GET", "clock", null).members()).containsEntry("instant", "2020-09-14T16:18:32.500Z");

        client.control("POST", "clock/resume", "");
        client.control("POST", "clock/advance", "{\"seconds\":3600}");
        assertThat(fake.clock().instant()).isAfter(Instant.parse("2020-09-14T17:18:32.5Z"));
    }

    @Test
    void faultsAreAskedForAndCleared() throws Exception {
        client.control(
                "POST",
                "faults",
                "{\"fault\":\"status\",\"status\":503,\"retryAfterSeconds\":2,\"times\":2,"
                        + "\"method\":\"POST\",\"path\":\"/count\",\"body\":\"{}\"}");

        assertThat(client.get("/things/1").status()).isEqualTo(200);
        Client.Answer answer = client.send("POST", "/count", null);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.body()).isEqualTo("{}");
        client.control("DELETE", "faults", null);
        assertThat(client.send("POST", "/count", null).status()).isEqualTo(200);
    }

    @Test
    void aFaultMayStandAndBeExecuted() throws Exception {
        client.control("POST", "faults", "{\"fault\":\"status\",\"status\":504,\"executed\":true,\"times\":0}");

        client.send("POST", "/count", null);
        client.send("POST", "/count", null);

        assertThat(fake.executed.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "html, html 200",
        "reset, reset",
        "dropped, dropped",
        "answerLost, answer lost",
        "truncated, truncated",
        "garbage, garbage",
        "oversize, oversize",
        "slowDrip, slow drip",
        "emptyBody, empty body",
        "delay, delay",
        "gateway, gateway 502",
        "gatewayText, gateway text 502",
        "loginPage, login page",
        "redirectToLogin, redirect to login",
        "echo, echo PLAIN",
        "silent, silent",
        "refusedStream, refused stream",
        "goAway, go away",
        "noContent, no content",
        "resetContent, reset content",
        "interim, interim 103",
        "endlessHeader, endless header",
        "endlessHeaders, endless headers",
        "endlessChunkLine, endless chunk line",
        "endlessGzipField, endless gzip field",
    })
    void everyKindOfFaultHasAName(String kind, String shown) throws Exception {
        assertThat(client.control("POST", "faults", "{\"fault\":\"" + kind + "\",\"delaySeconds\":0.001}")
                        .status())
                .isEqualTo(200);

        assertThat(fake.faults().take(null).name()).isEqualTo(shown);
    }

    @Test
    void anEchoHasASpelling() throws Exception {
        client.control("POST", "faults", "{\"fault\":\"echo\",\"spelling\":\"HEX\",\"status\":500}");

        assertThat(fake.faults().take(null).name()).isEqualTo("echo HEX");
    }

    @Test
    void idleConnectionsAreCountedAndClosed() throws Exception {
        client.get("/things/1");
        Client other = new Client(fake);
        assertThat(other.control("GET", "connections", null).members())
                .containsEntry("open", 2L)
                .containsEntry("accepted", 2L);

        assertThat(other.control("POST", "connections/close-idle", "").members())
                .containsEntry("closed", 1L);

        other.control("POST", "connections/close-idle-after", "{\"seconds\":0.01}");
        await().until(() -> fake.openConnections() == 0);
    }

    @Test
    void theJournalIsReadAndCleared() throws Exception {
        client.get("/secrets/a-token");

        Object journal = client.control("GET", "journal", null).json();
        assertThat(journal)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(Json.asObject(((List<?>) journal).get(0)))
                .containsEntry("path", "/secrets/{token}")
                .containsEntry("target", "/secrets/" + Fingerprint.of("a-token"))
                .containsEntry("status", 204L)
                .containsEntry("finished", true);
        client.control("DELETE", "journal", null);
        assertThat(fake.journal().count()).isZero();
    }

    @Test
    void resetPutsEverythingBack() throws Exception {
        client.send("POST", "/count", null);
        fake.clock().advance(Duration.ofDays(1));

        client.control("POST", "reset", "");

        assertThat(fake.executed.get()).isZero();
        assertThat(fake.clock().instant()).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void controlRequestsMeetNoFaultAndAreNotInTheJournal() throws Exception {
        fake.faults().always(Fault.status(503));

        assertThat(client.control("GET", "clock", null).status()).isEqualTo(200);
        assertThat(fake.journal().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"fault\":\"nothing\"}",
                "{\"fault\":\"status\",\"sttus\":1}",
                "{\"fault\":\"status\",\"status\":99}",
                "{\"fault\":\"truncated\",\"executed\":false}",
                "{\"fault\":\"reset\",\"method\":\"GET\",\"path\":\"/nowhere\"}",
                "{\"fault\":\"reset\",\"times\":-1}",
                "{\"fault\":\"echo\",\"spelling\":\"MORSE\"}"
            })
    void aMistakeIsToldWithStatus400(String body) throws Exception {
        Client.Answer answer = client.control("POST", "faults", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).isNotBlank();
        assertThat(fake.faults().pending()).isZero();
    }

    @Test
    void anUnknownControlEndpointIsNotFound() throws Exception {
        assertThat(client.control("POST", "clock/advnce", "{}").status()).isEqualTo(404);
        assertThat(client.control("POST", "clock/advance", "{}").text("message"))
                .contains("seconds");
        assertThat(client.control("POST", "clock/set", "{\"instant\":\"noon\"}").text("message"))
                .contains("instant");
    }
}
