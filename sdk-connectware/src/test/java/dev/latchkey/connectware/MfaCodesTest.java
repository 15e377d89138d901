package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiCall;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which code counts, is the server's to say. */
class MfaCodesTest extends ServerTest {
    private static final MfaCode BOTH = MfaCode.both("123456", "abcd-efgh");

    static List<Function<ConnectwareClient, ApiCall<?>>> calls() {
        return List.of(
                client -> client.mfa().login("jane", "first-step", BOTH),
                client -> client.mfa().disable(BOTH),
                client -> client.mfa().regenerateBackupCodes(BOTH));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whoGivesBothSendsBoth(Function<ConnectwareClient, ApiCall<?>> operation) throws Exception {
        answer(200, "{\"token\":\"jwt\",\"backupCodes\":[]}");
        ConnectwareClient client = client();
        client.session().login().execute();
        server.takeRequest();

        operation.apply(client).execute();

        assertThat(server.takeRequest().getBody().utf8()).contains("\"otp\":\"123456\",\"backupCode\":\"abcd-efgh\"");
    }
}
