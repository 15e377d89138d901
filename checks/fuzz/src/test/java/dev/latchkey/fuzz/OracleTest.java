package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** The targets see what they are there to see. Alone, since what is logged is seen by all. */
@Isolated
class OracleTest {
    @Test
    void whatIsDocumentedPasses() {
        ApiException documented = new NotFoundException(failure("There is no such thing.", null), null);

        assertThatCode(() -> Promised.hold(documented, Secrets.ALL)).doesNotThrowAnyException();
    }

    static Stream<ApiException> brokenPromises() {
        return Stream.of(
                new Undocumented(),
                new ApiException(failure("An interceptor failed with java.lang.IllegalStateException.", null), null),
                new MalformedResponseException(
                        failure("The answer could not be read (NullPointerException).", null), null),
                new NotFoundException(failure("No " + Secrets.TOKEN, null), null),
                new NotFoundException(
                        failure("No " + Secrets.PASSWORD.replace("+", "%2B").replace(' ', '+'), null), null),
                new NotFoundException(failure("No.", null), new IllegalStateException(Secrets.CODE)),
                new NotFoundException(failure("No.", "a\u0000b"), null),
                new NotFoundException(failure("No.", "x".repeat(3000)), null));
    }

    @ParameterizedTest
    @MethodSource("brokenPromises")
    void aBrokenPromiseIsFound(ApiException thrown) {
        assertThatThrownBy(() -> Promised.hold(thrown, Secrets.ALL)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aValueWhosePartsThrowIsFound() {
        assertThatThrownBy(() -> Values.examine(List.of(Optional.of(new Brittle(0)))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("inverse");
        assertThatCode(() -> Values.examine(List.of(new Brittle(1)))).doesNotThrowAnyException();
    }

    @Test
    void aValueWhoseTextThrowsIsFound() {
        assertThatThrownBy(() -> Values.examine(new Mute())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWasteOfMemoryIsFound() {
        Effort effort = Effort.limited(60_000, 8);
        byte[] waste = new byte[9 << 20];

        assertThatThrownBy(effort::end).isInstanceOf(AssertionError.class).hasMessageContaining("MiB");
        assertThatCode(() -> Effort.begin().end()).doesNotThrowAnyException();
        assertThat(waste).isNotEmpty();
    }

    @Test
    void aWasteOfTimeIsFound() {
        Effort effort = Effort.limited(20, 60_000);
        long end = System.nanoTime() + 10_000_000_000L;

        assertThatThrownBy(() -> {
                    while (System.nanoTime() < end) {
                        effort.end();
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("of the processor");
    }

    @Test
    void aSecretInALogIsFound() {
        LoggerFactory.getLogger("dev.latchkey.fuzz").debug("logged in with {}", Secrets.PASSWORD);

        assertThatThrownBy(LogWatch::requireNoSecret).isInstanceOf(AssertionError.class);
        assertThatCode(LogWatch::requireNoSecret).doesNotThrowAnyException();
    }

    private static Failure failure(String problem, String serverMessage) {
        return new Failure("GET", "/things/{id}", 404, problem, null, serverMessage, null, null);
    }

    private static final class Undocumented extends ApiException {
        Undocumented() {
            super(OracleTest.failure("No.", null), null);
        }
    }

    record Brittle(int number) {
        public long inverse() {
            return 1L / number;
        }
    }

    private static final class Mute {
        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }
}
