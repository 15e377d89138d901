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

/** Every Java block in the README and the docs stands in a file that the build compiles. */
class SnippetsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> everyJavaBlockIsCompiled() throws IOException {
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
        for (String module :
                List.of("examples", "sdk-controlbyweb", "sdk-webitel", "sdk-fake-server", "sdk-token-store-jdbc")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(file -> squeezed(text(file)))
                        .forEach(sources::add);
            }
        }
        return sources;
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
