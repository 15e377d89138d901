package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuotedTokensTest {
    private static final List<String> TOKENS = List.of("Bearer 0123456789abcdef", "fedcba");

    static Stream<IOException> quoting() {
        IOException suppressing = new IOException("broken");
        suppressing.addSuppressed(new EOFException("content=" + hex(" 0123456").toUpperCase(Locale.ROOT)));
        return Stream.of(
                new IOException("no 0123456789abcdef"),
                new IOException("too long: 89abcdef…"),
                new IOException("broken", new IllegalStateException("the key fedcba")),
                new EOFException("limit=3 content=" + hex("x: Bearer 01234")),
                suppressing);
    }

    @ParameterizedTest
    @MethodSource("quoting")
    void ofOneThatQuotesThemTheKindAndThePlaceAreLeft(IOException failure) {
        IOException shown = QuotedTokens.leftOut(failure, TOKENS);

        assertThat(shown)
                .hasMessageStartingWith(failure.getClass().getName())
                .hasNoCause()
                .hasNoSuppressedExceptions();
        assertThat(shown.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(shown.getMessage())
                .doesNotContain("0123")
                .doesNotContain("89ab")
                .doesNotContain("fedc");
    }

    static Stream<IOException> others() {
        return Stream.of(new IOException(), new IOException("disk is full", new EOFException("limit=3 content=0a")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void anotherStaysAsItIs(IOException failure) {
        assertThat(QuotedTokens.leftOut(failure, TOKENS)).isSameAs(failure);
    }

    private static String hex(String text) {
        return ByteString.encodeUtf8(text).hex();
    }
}
