package dev.latchkey.leakcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretLeaksTest {
    /** Not the real marker: this run is watched, too. */
    private static final String PLANTED = "PLANTED5X";

    @TempDir
    private Path folder;

    @Test
    void anExceptionThatHoldsTheMarkerIsFoundEvenIfItIsSwallowed() throws Exception {
        Path dump = folder.resolve("planted.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JavaExceptionThrow").withStackTrace().with("throttle", "off");
            recording.start();
            new IllegalStateException("harmless").fillInStackTrace();
            new IllegalStateException("token " + PLANTED + "-1").fillInStackTrace();
            new ArithmeticException("row " + PLANTED + "-2").fillInStackTrace();
            Quoting.fail("line " + PLANTED + "-3");
            recording.stop();
            recording.dump(dump);
        }
        assertThat(SecretLeaks.inExceptions(dump, PLANTED, List.of("java.lang.Arithmetic", Quoting.class.getName())))
                .singleElement()
                .asString()
                .contains("IllegalStateException", "<SECRET>", "SecretLeaksTest")
                .doesNotContain(PLANTED);
    }

    /** As OkHttp's reader of status lines. */
    private static final class Quoting {
        static Exception fail(String text) {
            return new ProtocolException(text);
        }
    }

    @Test
    void aLogLineThatHoldsTheMarkerIsFound() throws Exception {
        Path log = folder.resolve("test.log");
        Files.writeString(log, "one\ntwo " + PLANTED + "\nthree\n");
        assertThat(SecretLeaks.inLines(log, PLANTED)).containsExactly("log line: two <SECRET>");
        assertThat(SecretLeaks.inLines(folder.resolve("none.log"), PLANTED)).isEmpty();
    }
}
