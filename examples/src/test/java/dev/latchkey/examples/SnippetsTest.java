package dev.latchkey.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every block of Java or Kotlin in the README and the docs stands in a file that the build compiles. */
class SnippetsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```(?:java|kotlin)\\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> everyBlockIsCompiled() throws IOException {
        List<String> sources = sources();
        return pages().flatMap(page -> blocks(page).stream()
                .map(block -> DynamicTest.dynamicTest(
                        ROOT.relativize(page) + ": " + block.lines().findFirst().orElse(""),
                        () -> assertThat(sources.stream().anyMatch(source -> source.contains(squeezed(block))))
                                .as("no compiled file has the block\n" + block)
                                .isTrue())));
    }

    @Test
    void theReadmeHasBlocks() throws IOException {
        assertThat(blocks(ROOT.resolve("README.md"))).hasSizeGreaterThan(4);
        assertThat(sources()).hasSizeGreaterThan(10);
    }

    @Test
    void thePageOfAndroidHasBlocks() {
        assertThat(blocks(ROOT.resolve("docs/ANDROID.md"))).hasSizeGreaterThan(3);
    }

    private static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages.stream();
    }

    private static List<String> blocks(Path page) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text(page));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path folder : modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                addSources(folder, sources);
            }
        }
        return sources;
    }

    private static void addSources(Path folder, List<String> sources) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().matches(".*\\.(java|kt)"))
                    .map(file -> squeezed(text(file)))
                    .forEach(sources::add);
        }
    }

    /** Neither its indentation nor its line breaks matter. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
