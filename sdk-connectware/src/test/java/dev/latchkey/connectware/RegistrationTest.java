package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.testsupport.Execution;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a registration stands, as the registry's statuses tell it. */
class RegistrationTest extends ServerTest {
    private static final NewRegistration DEVICE =
            NewRegistration.builder("iot.device.7").password(PASSWORD).build();

    @ParameterizedTest
    @EnumSource
    void eachStatusIsAState(Execution execution) {
        answer(423);
        answer(202, "{\"message\":\"pending\"}");
        answer(409, "{\"code\":\"CONFLICT\"}");
        answer(201, "{\"certificate\":\"" + json(WirePem.encode(Samples.CERTIFICATE_PEM)) + "\"}");
        ConnectwareClient client = client();

        assertThat(execution.run(client.clientRegistry().register(DEVICE))).isEqualTo(new Registration.Locked());
        assertThat(execution.run(client.clientRegistry().register(DEVICE))).isEqualTo(new Registration.Pending());
        assertThat(execution.run(client.clientRegistry().register(DEVICE))).isEqualTo(new Registration.Conflict());
        assertThat(execution.run(client.clientRegistry().register(DEVICE)))
                .isInstanceOfSatisfying(
                        Registration.Granted.class,
                        granted -> assertThat(
                                        granted.certificate().orElseThrow().text())
                                .isEqualTo(Samples.CERTIFICATE_PEM));
    }

    @Test
    void whoRegistersWithAPasswordGetsNoCertificate() {
        answer(201);
        answer(201, "{}");
        answer(200, "{\"certificate\":null}");
        answer(204);
        ConnectwareClient client = client();

        for (int i = 0; i < 4; i++) {
            assertThat(client.clientRegistry().register(DEVICE).execute()).isEqualTo(new Registration.Granted(null));
        }
    }

    @Test
    void aCertificateThatIsNoneIsKeptAsItCame() {
        answer(201, "{\"certificate\":\"text\"}");

        Registration outcome = client().clientRegistry().register(DEVICE).execute();

        assertThat(outcome).isEqualTo(new Registration.Granted(new CertificatePem("text")));
    }

    @Test
    void aBodyThatIsNoneIsNamedAndAnyOtherStatusIsAFailure() {
        answer(201, "<html>");
        answer(400, "{\"code\":\"BAD\",\"message\":\"no\"}");
        ConnectwareClient client = client();

        assertThatThrownBy(() -> client.clientRegistry().register(DEVICE).execute())
                .isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> client.clientRegistry().register(DEVICE).execute())
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("BAD");
    }

    @Test
    void onlyWhatWasSaidIsSentAndNoTokenIsNeeded() throws Exception {
        answer(202);

        client().clientRegistry().register(DEVICE).execute();

        RecordedRequest request = taken();
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"username\":\"iot.device.7\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRegistryIsOpenedForAsLongAsTheServerDoesByItself() throws Exception {
        answer(200);

        client().clientRegistry().open().execute();

        taken();
        assertThat(taken().getBody().utf8()).isEqualTo("{}");
    }

    private static String json(String text) {
        return text.replace("\n", "\\n");
    }
}
