package dev.latchkey.leakcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PLANTED5X",
                "content=504c414e5445443558.",
                "504C414E5445443558",
                "50-4C-41-4E-54-45-44-35-58",
                "50 4c 41 4e 54 45 44 35 58",
                "planted5x",
                "%50%4c%41%4e%54%45%44%35%58",
                "%50%4C%41%4E%54%45%44%35%58",
                "&#80;&#76;&#65;&#78;&#84;&#69;&#68;&#53;&#88;",
                "&#x50;&#x4c;&#x41;&#x4e;&#x54;&#x45;&#x44;&#x35;&#x58;",
                "\\u0050\\u004c\\u0041\\u004e\\u0054\\u0045\\u0044\\u0035\\u0058"
            })
    void itIsFoundInEverySpelling(String spelled) {
        MarkerSpellings spellings = new MarkerSpellings(PLANTED);

        assertThat(spellings.isIn("token " + spelled + "-1")).isTrue();
        assertThat(spellings.masked("token " + spelled)).doesNotContain(spelled).contains("<SECRET>");
        assertThat(spellings.isIn("PLANTED")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:?>"})
    void itIsFoundInBase64WhereverItStands(String before) {
        byte[] text = (before + PLANTED + "-1").getBytes(StandardCharsets.UTF_8);
        MarkerSpellings spellings = new MarkerSpellings(PLANTED);

        assertThat(spellings.isIn(Base64.getEncoder().encodeToString(text))).isTrue();
        assertThat(spellings.isIn(Base64.getUrlEncoder().encodeToString(text))).isTrue();
    }
}
