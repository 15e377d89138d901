package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook that asks whether an MQTT client may connect. */
class BrokerTest {
    private static final Object REFUSED = Json.object("result", Json.object("error", "not_allowed"));

    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private final Client client = new Client(fake);

    @BeforeEach
    void addUsers() {
        fake.users().add(FakeUser.builder("jane").password("LEAK7Q4Z").build());
    }

    @Test
    void aUserConnectsByPassword() throws Exception {
        assertThat(ask("jane", encoded("LEAK7Q4Z"))).containsEntry("result", "ok");
        assertThat(ask("jane", encoded("wrong"))).isEqualTo(REFUSED);
        assertThat(ask("nobody", encoded("LEAK7Q4Z"))).isEqualTo(REFUSED);
        assertThat(ask("jane", "?LEAK7Q4Z?")).isEqualTo(REFUSED);
        assertThat(ask("jane", null)).isEqualTo(REFUSED);
    }

    @Test
    void thePasswordMayComeInTheWayOfPlain() throws Exception {
        assertThat(ask("jane", encoded("\0jane\0LEAK7Q4Z"))).containsEntry("result", "ok");
        assertThat(ask(null, encoded("\0jane\0LEAK7Q4Z"))).containsEntry("result", "ok");
        assertThat(ask("admin", encoded("\0jane\0LEAK7Q4Z"))).isEqualTo(REFUSED);
        assertThat(ask(null, encoded("\0jane\0wrong"))).isEqualTo(REFUSED);
    }

    @Test
    void theClientIdIsTheNameWhereThereIsNoOther() throws Exception {
        assertThat(answer(Json.object(
                        "client_id", "jane", "properties", Json.object("p_authentication_data", encoded("LEAK7Q4Z")))))
                .containsEntry("result", "ok");
    }

    @Test
    void aDeviceConnectsWhileItsCertificateIsGood() throws Exception {
        fake.clock().freeze();
        fake.clientRegistry().open(Duration.ofMinutes(5));
        client.json(
                "POST",
                "/api/client-registry/register",
                null,
                Json.object("username", "device", "csr", Device.ec().csr("CN=device")));
        assertThat(ask("device", null)).isEqualTo(REFUSED);

        fake.clientRegistry().confirm("device");

        assertThat(ask("device", null)).containsEntry("result", "ok");
        assertThat(ask("device", encoded("password"))).isEqualTo(REFUSED);
        fake.clock().advance(Duration.ofDays(365));
        assertThat(ask("device", null)).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate", "password"})
    void aCertificateCountsOnlyForUsersWhoMayLogInByIt(String method) throws Exception {
        fake.users()
                .add(FakeUser.builder("device")
                        .grant(method, true)
                        .certificate(new FakeCertificate("AB:CD", null, null))
                        .build());

        assertThat(ask("device", null).get("result").equals("ok")).isEqualTo(method.equals("certificate"));
    }

    @Test
    void aCertificateWithADateOfSomebodyElsesIsGood() throws Exception {
        fake.users()
                .add(FakeUser.builder("device")
                        .grant("certificate", true)
                        .certificate(new FakeCertificate("AB:CD", "yesterday", "some day"))
                        .build());

        assertThat(ask("device", null)).containsEntry("result", "ok");
    }

    @Test
    void aTestDecidesItself() throws Exception {
        AtomicReference<BrokerAuthentication> seen = new AtomicReference<>();
        fake.broker().decide(asked -> {
            seen.set(asked);
            return "text".equals(asked.clientId());
        });

        Map<String, Object> documented =
                Json.object("client_id", "text", "properties", Json.object("p_authentication_method", "text"));
        assertThat(answer(documented)).containsEntry("result", "ok");
        assertThat(seen.get()).isEqualTo(new BrokerAuthentication("text", null, null, "text", null));
        assertThat(ask("jane", encoded("LEAK7Q4Z"))).isEqualTo(REFUSED);
        assertThat(seen.get().data()).isEqualTo(encoded("LEAK7Q4Z"));
        assertThat(seen.get().toString()).doesNotContain(encoded("LEAK7Q4Z"));

        fake.broker().decideByUsers();
        assertThat(ask("jane", encoded("LEAK7Q4Z"))).containsEntry("result", "ok");
    }

    @Test
    void modifiersAreTextsAsDocumentedOrNumbers() throws Exception {
        fake.broker().modifiers(new BrokerModifiers(1024, 5, 3000));

        assertThat(ask("jane", encoded("LEAK7Q4Z")).get("modifiers"))
                .isEqualTo(Json.object(
                        "max_message_size", "1024", "max_inflight_messages", "5", "retry_interval", "3000"));
        fake.settings().saneShapes(true);
        assertThat(ask("jane", encoded("LEAK7Q4Z")).get("modifiers"))
                .isEqualTo(
                        Json.object("max_message_size", 1024L, "max_inflight_messages", 5L, "retry_interval", 3000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "[]", "null", "{}", "{\"properties\":7}", "{\"client_id\":{},\"username\":1}"})
    void anyBodyIsAnswered200(String body) throws Exception {
        Answer answer = client.send(
                "POST", "/api/broker/auth/enhanced", RequestBody.create(body, MediaType.get("application/json")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(REFUSED);
    }

    @Test
    void theJournalShowsNoPassword() throws Exception {
        ask("jane", encoded("LEAK7Q4Z"));

        assertThat(fake.journal().requests().toString()).doesNotContain("LEAK7Q4Z", encoded("LEAK7Q4Z"));
        assertThat(fake.journal().requests().get(0).body()).contains("\"p_authentication_data\":\"***\"");
    }

    @Test
    void aResetForgetsDecisionAndModifiers() throws Exception {
        fake.broker().decide(asked -> true).modifiers(new BrokerModifiers(1, 2, 3));

        fake.reset();

        assertThat(ask("nobody", null)).isEqualTo(REFUSED);
        fake.broker().decide(asked -> true);
        assertThat(ask("nobody", null).toString()).doesNotContain("retry_interval=3}");
    }

    private Map<String, Object> ask(String username, String data) throws IOException {
        return answer(Json.object(
                "client_id",
                "client-1",
                "username",
                username,
                "mountpoint",
                "",
                "properties",
                Json.object("p_authentication_method", "PLAIN", "p_authentication_data", data)));
    }

    private Map<String, Object> answer(Object body) throws IOException {
        Answer answer = client.json("POST", "/api/broker/auth/enhanced", null, body);
        assertThat(answer.status()).isEqualTo(200);
        return answer.members();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
