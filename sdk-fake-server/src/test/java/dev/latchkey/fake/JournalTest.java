package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final String TOKEN = SecretLeaks.MARKER + "-5f2b7c1e9a";

    @Tested
    final TestServer fake = new TestServer();

    private final Client client = new Client(fake);

    @Test
    void aRequestCountsForItsEndpoint() throws Exception {
        client.get("/things/1");
        client.get("/things/2");
        client.get("/things/special");
        client.get("/nowhere");

        assertThat(fake.journal().count()).isEqualTo(4);
        assertThat(fake.journal().count("GET", "/things/{id}")).isEqualTo(2);
        assertThat(fake.journal().requests("GET", "/things/{id}"))
                .extracting(JournalEntry::target)
                .containsExactly("/things/1", "/things/2");
        assertThatThrownBy(() -> fake.journal().count("GET", "/nowhere")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tokensInHeadersAreShownByTheirFingerprints() throws Exception {
        client.get("/things/1", "Authorization", "Bearer " + TOKEN, "X-Access-Token", "a", "X-Key", "b");

        JournalEntry entry = only();
        assertThat(entry.header("authorization")).isEqualTo("Bearer " + Fingerprint.of(TOKEN));
        assertThat(entry.fingerprint("Authorization")).isEqualTo(Fingerprint.of(TOKEN));
        assertThat(entry.fingerprint("X-Access-Token")).isEqualTo(Fingerprint.of("a"));
        assertThat(entry.fingerprint("x-key")).isEqualTo(Fingerprint.of("b"));
        assertThat(entry.header("User-Agent")).startsWith("okhttp");
    }

    @Test
    void aSchemeLessOrBasicAuthorizationIsMaskedToo() throws Exception {
        client.get("/things/1", "Authorization", TOKEN);
        client.get("/things/2", "Authorization", "Basic dXNlcjpwYXNz");
        client.get("/things/3", "Authorization", "bAsIC dXNlcjpwYXNz");

        assertThat(fake.journal().requests())
                .extracting(entry -> entry.header("Authorization"))
                .containsExactly(Fingerprint.of(TOKEN), "Basic ***", "bAsIC ***");
    }

    @Test
    void whatAGatewayWantsIsMaskedToo() throws Exception {
        client.get(
                "/things/1",
                "Proxy-Authorization",
                "Basic dXNlcjpwYXNz",
                "X-Api-Key",
                TOKEN,
                "Cf-Access-Jwt-Assertion",
                TOKEN,
                "Referer",
                "http://localhost/?a=1&access_token=" + TOKEN,
                "X-Tenant",
                "acme=1");
        client.get("/things/2", "Authorization", "Digest username=\"u\", response=\"r\"", "Proxy-Authorization", TOKEN);

        assertThat(fake.journal().requests().toString()).doesNotContain(TOKEN).doesNotContain("dXNl");
        JournalEntry first = fake.journal().requests().get(0);
        assertThat(first.header("Proxy-Authorization")).isEqualTo("Basic ***");
        assertThat(first.header("X-Api-Key")).isEqualTo(Fingerprint.of(TOKEN));
        assertThat(first.header("Referer")).isEqualTo("***");
        assertThat(first.header("X-Tenant")).isEqualTo("acme=1");
        assertThat(fake.journal().requests().get(1).header("Authorization")).isEqualTo("Digest ***");
    }

    @Test
    void secretsWithinTextsAndUnderOtherNamesAreMasked() throws Exception {
        client.postForm(
                "/count", "user[password]", "open sesame", "user[token]", TOKEN, "next", "/x?a=1&token=" + TOKEN);
        post(
                "application/json",
                "{\"data\":\"{\\\"password\\\":\\\"open sesame\\\",\\\"n\\\":1}\",\"tokens\":[\"" + TOKEN
                        + "\"],\"form\":\"a=1&password=open\",\"broken\":\"{password:open\",\"passphrase\":\"open\","
                        + "\"pair\":\"token=open\",\"credentials\":{\"login\":\"jane\"},\"note\":\"a=1&b=2\"}");

        assertThat(fake.journal().requests().get(0).body())
                .isEqualTo("user[password]=***&user[token]=" + Fingerprint.of(TOKEN) + "&next=***");
        assertThat(fake.journal().requests().get(1).body())
                .isEqualTo("{\"data\":\"{\\\"password\\\":\\\"***\\\",\\\"n\\\":1}\",\"tokens\":[\""
                        + Fingerprint.of(TOKEN)
                        + "\"],\"form\":\"***\",\"broken\":\"***\",\"passphrase\":\"***\",\"pair\":\"token=***\","
                        + "\"credentials\":\"***\",\"note\":\"a=1&b=2\"}");
    }

    @Test
    void formsAreShownWithoutTheirSecrets() throws Exception {
        client.postForm(
                "/count", "grant_type", "x y", "password", "open " + SecretLeaks.MARKER, "refresh_token", TOKEN);

        assertThat(only().body()).isEqualTo("grant_type=x y&password=***&refresh_token=" + Fingerprint.of(TOKEN));
        assertThat(only().fingerprint("refresh_token")).isEqualTo(Fingerprint.of(TOKEN));
    }

    @Test
    void jsonIsShownWithoutItsSecrets() throws Exception {
        post(
                "application/json",
                "{\"login\":\"jane\",\"password\":\"p\",\"nested\":[{\"refreshToken\":\"" + TOKEN
                        + "\"}],\"otp\":123456,\"n\":1}");

        assertThat(only().body())
                .isEqualTo("{\"login\":\"jane\",\"password\":\"***\",\"nested\":[{\"refreshToken\":\""
                        + Fingerprint.of(TOKEN) + "\"}],\"otp\":\"***\",\"n\":1}");
    }

    @Test
    void whatIsBelowASecretIsShownUnderNoName() throws Exception {
        post(
                "application/json",
                "{\"password\":{\"value\":\"open"
                        + " sesame\"},\"newPasswords\":[{\"a\":\"open\"},\"sesame\"],\"n\":{\"a\":1}}");

        assertThat(only().body())
                .isEqualTo("{\"password\":\"***\",\"newPasswords\":[\"***\",\"***\"],\"n\":{\"a\":1}}");
    }

    @Test
    void aBodyThatCannotBeReadIsShownByItsSize() throws Exception {
        post("application/json", "{\"password\":\"open sesame");
        post("text/csv", "password,open sesame");

        assertThat(fake.journal().requests())
                .extracting(JournalEntry::body)
                .containsExactly(
                        "(24 bytes of application/json; charset=utf-8)", "(20 bytes of text/csv; charset=utf-8)");
    }

    @Test
    void secretsInThePathAndTheQueryAreMasked() throws Exception {
        client.get("/secrets/" + TOKEN + "?apiToken=" + TOKEN + "&a%5Beq%5D=1&a[eq]=2");

        assertThat(only().target())
                .isEqualTo("/secrets/" + Fingerprint.of(TOKEN) + "?apiToken=" + Fingerprint.of(TOKEN)
                        + "&a[eq]=1&a[eq]=2");
        assertThat(only().path()).isEqualTo("/secrets/{token}");
    }

    @Test
    void aLongSegmentOfAnUnknownPathIsMasked() throws Exception {
        client.get("/wrong/prefix/Vpb4pp238BDfaE9QCHZBuYJJk94kTyZz");

        assertThat(only().target()).isEqualTo("/base/wrong/prefix/***");
        assertThat(only().path()).isEqualTo("(no such endpoint)");
    }

    @Test
    void nothingThatIsPrintedHoldsASecret() throws Exception {
        fake.faults().next(Fault.status(503));
        client.get("/secrets/" + TOKEN, "Authorization", "Bearer " + TOKEN);

        assertThat(fake.journal().toString())
                .isEqualTo("#1 GET /secrets/" + Fingerprint.of(TOKEN) + " -> 503 [status 503, not executed]");
        assertThat(fake.journal().requests().toString()).doesNotContain(TOKEN);
    }

    @Test
    void clearForgetsRequestsAndCounts() throws Exception {
        client.get("/things/1");

        fake.journal().clear();

        assertThat(fake.journal().count()).isZero();
        assertThat(fake.journal().requests()).isEmpty();
        assertThat(fake.journal().maxConcurrent()).isZero();
    }

    @Test
    void theOldestEntriesGoAndTheCountsStay() throws Exception {
        for (int i = 0; i < Journal.KEPT + 5; i++) {
            JournalEntry entry = entry(fake.journal().nextNumber());
            fake.journal().arrived(entry, null);
            fake.journal().finished(entry.finished(200, true, null, Duration.ZERO), null);
        }

        assertThat(fake.journal().count()).isEqualTo(Journal.KEPT + 5);
        assertThat(fake.journal().requests()).hasSize(Journal.KEPT);
        assertThat(fake.journal().requests().get(0).number()).isEqualTo(6);
    }

    @Test
    void tooFewRequestsFailTheTest() {
        assertThatThrownBy(() -> fake.journal().awaitCount("POST", "/count", 2, Duration.ofMillis(20)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("0 of 2");
    }

    private JournalEntry only() {
        assertThat(fake.journal().requests()).hasSize(1);
        return fake.journal().requests().get(0);
    }

    private void post(String type, String body) throws IOException {
        client.send("POST", "/count", RequestBody.create(body, MediaType.get(type)));
    }

    private JournalEntry entry(long number) {
        return new JournalEntry(
                number,
                fake.clock().instant(),
                "GET",
                "/",
                "/",
                java.util.Map.of(),
                "",
                java.util.Map.of(),
                0,
                null,
                false,
                null,
                null);
    }
}
