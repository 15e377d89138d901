package dev.latchkey.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server says of a failure, the call fails with the exception of that status. */
class ErrorsFuzzTest {
    @MethodSource
    @FuzzTest
    void everyVendor(byte[] input) throws Exception {
        FuzzedAnswer answer = FuzzedAnswer.parse(input);
        Exchange.of(Subjects.of(answer.operation()), answer.withStatus(failing(answer.status())))
                .holdFailure();
    }

    static Stream<Named<byte[]>> everyVendor() {
        return Stream.of(
                        Samples.recorded("controlbyweb.auth.login", Samples.CONTROL_BY_WEB),
                        Samples.recorded("webitel.auth.login", Samples.WEBITEL),
                        Samples.recorded("devicehive.token.create", Samples.DEVICE_HIVE))
                .flatMap(samples -> samples);
    }

    /** Any status stands for one from 400 to 599. */
    private static int failing(int status) {
        return status >= 400 && status < 600 ? status : 400 + Math.floorMod(status, 200);
    }
}
