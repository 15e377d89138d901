package dev.latchkey.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server answers, an operation returns a value that can be used, or throws what it documents. */
class AnswersFuzzTest {
    @MethodSource
    @FuzzTest
    void controlByWeb(byte[] input) throws Exception {
        Exchange.of(ControlByWebCalls.SUBJECT, FuzzedAnswer.parse(input)).hold();
    }

    static Stream<Named<byte[]>> controlByWeb() {
        return Stream.concat(
                Samples.documented("controlbyweb"),
                Samples.recorded("controlbyweb.auth.login", Samples.CONTROL_BY_WEB));
    }

    @MethodSource
    @FuzzTest
    void connectware(byte[] input) throws Exception {
        Exchange.of(ConnectwareCalls.SUBJECT, FuzzedAnswer.parse(input)).hold();
    }

    static Stream<Named<byte[]>> connectware() {
        return Samples.documented("connectware");
    }

    @MethodSource
    @FuzzTest
    void webitel(byte[] input) throws Exception {
        Exchange.of(WebitelCalls.SUBJECT, FuzzedAnswer.parse(input)).hold();
    }

    static Stream<Named<byte[]>> webitel() {
        return Stream.concat(Samples.documented("webitel"), Samples.recorded("webitel.auth.login", Samples.WEBITEL));
    }

    @MethodSource
    @FuzzTest
    void deviceHive(byte[] input) throws Exception {
        Exchange.of(DeviceHiveCalls.SUBJECT, FuzzedAnswer.parse(input)).hold();
    }

    static Stream<Named<byte[]>> deviceHive() {
        return Stream.concat(
                Samples.documented("devicehive"), Samples.recorded("devicehive.token.login", Samples.DEVICE_HIVE));
    }
}
