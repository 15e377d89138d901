package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTextTest {
    /** With what each kind of escape is for, and letters of two, three and four bytes. */
    private static final List<String> SECRETS = List.of(
            "plainpassword",
            "a b+c/d=e&f",
            "q\"uo<t>e's\\back",
            "pÄss€wörd😀",
            "100%41%zz",
            "trailing\\",
            "&amp;lt;&#65;bcdefgh",
            "x.y-z_~!*()");

    static Stream<Arguments> spellings() {
        return SECRETS.stream()
                .flatMap(secret ->
                        spellings(secret).stream().map(spelling -> Arguments.of(secret, "<" + spelling + "> said")));
    }

    private static List<String> spellings(String secret) {
        List<String> once = List.of(
                secret,
                form(secret),
                form(secret).replace("+", "%20"),
                lower(form(secret).replace("+", "%20")),
                eachByte(secret, "%%%02X"),
                eachByte(secret, "\\x%02x"),
                html(secret),
                eachCharacter(secret, "&#%d;"),
                eachCharacter(secret, "&#x%X;"),
                json(secret),
                json(secret).replace("/", "\\/"),
                eachUnit(secret, "\\u%04x"),
                hex(secret),
                hex(secret).toUpperCase(Locale.ROOT),
                "f" + hex(secret),
                hex(secret).replaceAll("..", "$0 ").trim());
        List<String> all = new ArrayList<>(once);
        once.forEach(spelling -> {
            all.add(form(spelling));
            all.add(lower(form(spelling)));
            all.add(html(spelling));
            all.add(json(spelling));
        });
        once.subList(0, once.size() - 4).forEach(spelling -> all.add(hex(spelling)));
        for (String each : List.of(secret, form(secret), json(secret))) {
            for (String before : List.of("", "x", "xy", "user:")) {
                String base64 = base64(before + each + "?>tail");
                all.add(base64);
                all.add(base64.replace('+', '-').replace('/', '_'));
                all.add(base64.replace("/", "\\/"));
                all.add(form(base64));
                all.add("Z" + base64);
                all.add(base64(before + each).replaceAll("=", ""));
                all.add(Base64.getMimeEncoder(20, new byte[] {'\r', '\n'})
                        .encodeToString((before + each).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aSecretIsMaskedInEverySpelling(String secret, String text) {
        String shown = new ServerText(List.of(secret), List.of()).cleaned(text, 20_000);

        assertThat(shown).contains("***").endsWith(" said").doesNotContain(secret);
        assertThat(shown.replace("***", "")).as("what is left").hasSizeLessThanOrEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a PLAINPASSWORD! of yours",
                "a 70-6c-61-69-6e-70-61-73-73-77-6f-72-64-21 of yours",
                "a 70, 6c, 61, 69, 6e, 70, 61, 73, 73, 77, 6f, 72, 64, 21 of yours",
                "a 706c6169 6e706173\n7377 6f7264 21 of yours",
                "a plainpassword&excl; of yours",
                "a PlainPassword&amp;excl; of yours",
            })
    void aSecretIsMaskedAsServersPrintBytesAndInEitherCase(String text) {
        assertThat(new ServerText(List.of("plainpassword!"), List.of()).cleaned(text, 300))
                .isEqualTo("a *** of yours");
    }

    @Test
    void lettersBeyondAsciiAreFoundUnderTheirNamesAndWhereTheyWereMisread() {
        String secret = "pässwörd€Ωž";
        String utf8AsLatin = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String utf8AsWindows = new String(secret.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        String inWindows =
                ByteString.of(secret.getBytes(Charset.forName("windows-1252"))).hex();
        List<String> spellings = List.of(
                "p&auml;ssw&ouml;rd&euro;&Omega;&#382;",
                utf8AsLatin,
                utf8AsWindows,
                form(utf8AsLatin),
                inWindows,
                inWindows.replaceAll("..", "%$0"),
                "p?ssw?rd???",
                "p\ufffdssw\ufffdrd\ufffd\ufffd\ufffd",
                new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII));

        for (String spelling : spellings) {
            assertThat(new ServerText(List.of(secret), List.of()).cleaned("not " + spelling + ", no", 300))
                    .isEqualTo("not ***, no");
        }
        assertThat(new ServerText(List.of("пар"), List.of()).cleaned("What???", 300))
                .isEqualTo("***");
        assertThat(new ServerText(List.of("пароль-пароль"), List.of()).cleaned("Why? \u00e4", 300))
                .isEqualTo("Why? \u00e4");
    }

    @Test
    void whatAHeaderHoldsIsMaskedByItself() {
        ServerText words = new ServerText(
                List.of(),
                List.of("lang=de; session=\"ab12cd34\"", "Basic " + base64("gate:hunter-22"), "k=v1, key=val-9876=="));

        assertThat(words.cleaned("No session ab12cd34 for gate with hunter-22 (val-9876==), lang=de", 300))
                .isEqualTo("No session *** for gate with *** (***), lang=de");
    }

    @Test
    void whatStandsBesideASecretIsShown() {
        ServerText words = new ServerText(List.of("Bearer abcdef-1"), List.of("tenant-9"));

        assertThat(words.cleaned("No 'abcdef-1' of 'Bearer abcdef-1' at tenant-9, 100%.", 300))
                .isEqualTo("No '***' of '***' at ***, 100%.");
        assertThat(words.cleaned("Nothing to hide: +1 & 2 < 3 \\ 4", 300))
                .isEqualTo("Nothing to hide: +1 & 2 < 3 \\ 4");
        assertThat(words.cleaned(null, 300)).isNull();
        assertThat(words.cleaned(" \n ", 300)).isNull();
    }

    @Test
    void aTextThatHoldsASecretTooShortToBeMaskedIsWithheld() {
        ServerText words = new ServerText(List.of("null", "Bearer t-1", "%41%42%43"), List.of());

        assertThat(words.cleaned("It must not be null or empty.", 300)).isEqualTo("***");
        assertThat(words.cleaned("It must not be " + base64("x:null") + ".", 300))
                .isEqualTo("***");
        assertThat(words.cleaned("No token t-1.", 300)).isEqualTo("***");
        assertThat(words.cleaned("Not %41%42%43.", 300)).isEqualTo("***");
        assertThat(words.cleaned("Invalid credentials.", 300)).isEqualTo("Invalid credentials.");
        assertThat(new ServerText(List.of("ab"), List.of()).cleaned("Anything", 300))
                .isEqualTo("***");
    }

    @Test
    void ofAShortValueThatMayBeNoSecretOnlyTheTextsThatHoldItAreWithheld() {
        ServerText words = new ServerText(List.of(), List.of("jane", "ja"));

        assertThat(words.cleaned("No user jane.", 300)).isEqualTo("***");
        assertThat(words.cleaned("No user " + hex("jane"), 300)).isEqualTo("***");
        assertThat(words.cleaned("No user joe, says ja.", 300)).isEqualTo("No user joe, says ja.");
    }

    @Test
    void aCodeOrANameIsNeverMasked() {
        ServerText words = new ServerText(List.of("invalid_grant", "x"), List.of("email"));

        assertThat(words.name("invalid_grant")).isEqualTo("invalid_grant");
        assertThat(words.name("users[0].email")).isEqualTo("users[0].email");
        assertThat(words.name(null)).isNull();
        assertThat(words.mayShow("invalid_request")).isFalse();
        assertThat(new ServerText(List.of("other-secret"), List.of()).mayShow("invalid_request"))
                .isTrue();
        assertThat(new ServerText(List.of("my password"), List.of()).name("my password is no code"))
                .isEqualTo("*** is no code");
    }

    @ParameterizedTest
    @ValueSource(ints = {280, 290, 298, 299, 300, 301, 8180, 8190})
    void aSecretOnACutIsMaskedBeforeTheTextIsCut(int at) {
        String secret = "LEAK7Q4Z-on-the-edge";
        String text = "-".repeat(at) + eachByte(secret, "%%%02X") + "-".repeat(20_000);

        String shown = new ServerText(List.of(secret), List.of()).cleaned(text, at < 8000 ? 300 : 8192);

        assertThat(shown).endsWith("…").doesNotContain("%");
    }

    @Test
    void whatAllIsSecretShowsNothingHoweverLongItIs() {
        String secret = "LEAK7Q4Z-again";

        assertThat(new ServerText(List.of(secret), List.of()).cleaned((secret + secret).repeat(10_000), 300))
                .isEqualTo("***…");
    }

    @Test
    void aSecretLongerThanWhatIsReadOfATextIsMasked() {
        String secret = ByteString.of(new byte[300_000 / 4]).hex() + "end";

        assertThat(new ServerText(List.of(secret.substring(0, 100_000)), List.of()).cleaned("<" + secret, 300))
                .isEqualTo("<***…");
        assertThat(new ServerText(List.of(secret + secret), List.of()).cleaned("<" + secret, 300))
                .isEqualTo("***");
    }

    @Test
    void theWorkIsBoundedHoweverLongTheTextIsAndHoweverManySecretsThereAre() {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            secrets.add("a".repeat(1000 + i) + i);
        }
        Counted message = new Counted(16 * 1024 * 1024);

        assertThat(new ServerText(secrets, List.of()).cleaned(message, 300)).isNotNull();

        assertThat(message.read).hasValueLessThan(200_000);
    }

    @Test
    void aMessageMayBeLongAndItsSecretsMany() {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            secrets.add("secret-number-" + i);
        }
        String message = "secret-number-17 %2541&#65;\\u0041 ".repeat(500_000);

        assertThat(new ServerText(secrets, List.of()).cleaned(message, 300)).startsWith("*** %2541");
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The hex digits behind each percent sign in lower case. */
    private static String lower(String percent) {
        StringBuilder out = new StringBuilder(percent);
        for (int i = 0; i + 2 < out.length(); i++) {
            if (out.charAt(i) == '%') {
                out.replace(i, i + 3, out.substring(i, i + 3).toLowerCase(Locale.ROOT));
            }
        }
        return out.toString();
    }

    private static String eachByte(String text, String format) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format(Locale.ROOT, format, b & 0xff));
        }
        return out.toString();
    }

    private static String eachCharacter(String text, String format) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> out.append(String.format(Locale.ROOT, format, point)));
        return out.toString();
    }

    private static String eachUnit(String text, String format) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(unit -> out.append(String.format(Locale.ROOT, format, unit)));
        return out.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String hex(String text) {
        return ByteString.encodeUtf8(text).hex();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text of one letter that counts how often it is asked. */
    private static final class Counted implements CharSequence {
        private final AtomicLong read = new AtomicLong();
        private final int length;

        Counted(int length) {
            this.length = length;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            read.incrementAndGet();
            return 'a';
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            read.addAndGet(end - start);
            return "a".repeat(end - start);
        }

        @Override
        public String toString() {
            read.addAndGet(length);
            return "a".repeat(length);
        }
    }
}
