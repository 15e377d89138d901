package dev.latchkey.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever answers a login or a renewal, there is a session whose tokens can be sent, or a documented exception. */
class TokensFuzzTest {
    @MethodSource
    @FuzzTest
    void everySession(byte[] input) throws Exception {
        LoggedIn.parse(input).hold();
    }

    static Stream<Named<byte[]>> everySession() {
        return Stream.concat(
                Samples.documented("controlbyweb").limit(1),
                Samples.of(
                        "controlbyweb\n" + oauth("0", "86400") + "\n====\nrenewal\n" + oauth("1", "\"60\""),
                        "controlbyweb cut\n" + oauth("0", "-1") + "\n====\nrenewal gzip\n" + oauth("1", "1e99"),
                        "connectware\n{\"token\":\"LEAK7Q4Z-0\",\"expiresAt\":\"2026-11-22T03:45:48Z\",\"permissions\":[]}"
                                + "\n====\nagain\n{\"token\":\"LEAK7Q4Z-1\",\"expiresAt\":\"+292278994-08-17T07:12:55Z\"}",
                        "connectware\n{\"needsMfa\":true,\"secret\":\"LEAK7Q4Z-secret\"}"
                                + "\n====\nsecond\n{\"token\":\"LEAK7Q4Z-1\",\"expiresAt\":1795320286753}",
                        "webitel\nHTTP/1.1 301 Moved\n\n{\"info\":\"code\"}\n====\nsecond\n"
                                + webitel("0", "1803959439835") + "\n====\nagain\n"
                                + webitel("1", "-9223372036854775808"),
                        "devicehive\n{\"accessToken\":\"a.eyJwYXlsb2FkIjp7ImUiOjE3OTUzMjAyODY3NTMsInQiOjF9fQ.LEAK7Q4Z\","
                                + "\"refreshToken\":\"LEAK7Q4Z-0\"}\n====\nrenewal\nHTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n"
                                + "\n====\nlogin\n{\"accessToken\":\"LEAK7Q4Z-1\"}"));
    }

    private static String oauth(String number, String lifetime) {
        return "{\"token_type\":\"Bearer\",\"expires_in\":" + lifetime + ",\"access_token\":\"LEAK7Q4Z-access-" + number
                + "\",\"refresh_token\":\"LEAK7Q4Z-refresh-" + number + "\",\"username\":\"jane\"}";
    }

    private static String webitel(String number, String expires) {
        return "{\"key\":\"LEAK7Q4Z-key-" + number + "\",\"token\":\"LEAK7Q4Z-token-" + number + "\",\"expires\":"
                + expires + ",\"role\":0,\"acl\":{\"cdr\":[\"ro\"]}}";
    }
}
