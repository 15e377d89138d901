package dev.latchkey.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.latchkey.devicehive.JwtPayload;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a token, it has a payload that can be used, or none. */
class JwtFuzzTest {
    private static final String CLAIMS = "claims";

    @MethodSource
    @FuzzTest
    void deviceHive(byte[] input) {
        Document document = Document.parse(input);
        String token = document.name().equals(CLAIMS) ? "e30." + encoded(document) + ".c2ln" : document.text();
        Effort effort = Effort.begin();
        Optional<JwtPayload> payload = JwtPayload.decode(token);
        payload.ifPresent(Values::examine);
        effort.end();
    }

    static Stream<Named<byte[]>> deviceHive() {
        return Samples.of(
                CLAIMS + "\n{\"payload\":{\"a\":[0],\"e\":1795320286753,\"t\":1,\"u\":1,\"n\":[\"*\"],\"dt\":[\"*\"]}}",
                CLAIMS
                        + "\n{\"payload\":{\"actions\":[\"GetDevice\",3],\"expiration\":\"2026-11-22T03:34:46.753\",\"tokenType\":\"REFRESH\",\"tpc\":\"t\",\"d\":[\"a\"]}}",
                "token\neyJhbGciOiJIUzI1NiJ9.eyJwYXlsb2FkIjp7ImEiOlswXSwiZSI6MTc5NTMyMDI4Njc1MywidCI6MSwidSI6MSwibiI6WyIqIl0sImR0IjpbIioiXX19.tBK8");
    }

    private static String encoded(Document document) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(document.content().toByteArray());
    }
}
