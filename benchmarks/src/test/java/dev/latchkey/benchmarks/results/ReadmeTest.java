package dev.latchkey.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures in the README are those that were measured last. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void eachRowOfTheReadmeIsOneOfThePage() throws IOException {
        List<String> page = Files.readAllLines(ROOT.resolve("docs/benchmarks/README.md"));
        List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));
        List<String> rows = readme
                .subList(readme.indexOf("<!-- from docs/benchmarks/README.md -->"), readme.indexOf("<!-- end -->"))
                .stream()
                .filter(line -> line.startsWith("|"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(5);
        assertThat(page).as("copy the rows anew").containsAll(rows);
    }
}
