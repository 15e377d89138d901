package dev.latchkey.releasechecks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testsupport.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised names the tests that hold it, and they are there. */
class NamedTestsTest {
    private static final Path ROOT = Repository.root();

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "docs/RELIABILITY.md", "docs/dependencies.md"})
    void everyTestThatAPageNamesIsThere(String page) throws IOException {
        assertThat(NamedTests.in(Files.readString(ROOT.resolve(page))))
                .isNotEmpty()
                .isSubsetOf(NamedTests.all(ROOT));
    }

    static Stream<String> promises() throws IOException {
        String text = Files.readString(ROOT.resolve("SECURITY.md"));
        int start = text.indexOf("## What the SDK promises");
        return Stream.of(text.substring(start, text.indexOf("\n## ", start)).split("\n- ", -1))
                .skip(1);
    }

    @ParameterizedTest
    @MethodSource("promises")
    void everyPromiseNamesATest(String promise) {
        assertThat(NamedTests.in(promise)).as(promise).isNotEmpty();
    }

    @Test
    void thereArePromises() throws IOException {
        assertThat(promises()).hasSizeGreaterThan(8);
        assertThat(NamedTests.in("`SomeTest` and `Other`, `AnIT`"))
                .containsExactlyElementsOf(List.of("SomeTest", "AnIT"));
    }
}
