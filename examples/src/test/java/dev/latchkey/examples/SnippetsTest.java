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

    @TestFactory
    Stream<DynamicTest> everyPageSaysWhatItsBlocksImportAndAreGiven() throws IOException {
        List<String> imported = imports();
        return pages().filter(page -> !blocks(page).isEmpty())
                .map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> {
                    PageNames names = PageNames.of(text(page));
                    assertThat(imported).containsAll(names.imports());
                    assertThat(names.missing())
                            .as("to be imported, or named as what the reader has")
                            .isEmpty();
                }));
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

    /** Without those that are imports alone. */
    private static List<String> blocks(Path page) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text(page));
        while (matcher.find()) {
            if (!matcher.group(1).startsWith("import ")) {
                blocks.add(matcher.group(1));
            }
        }
        return blocks;
    }

    /** Of everything that the build compiles. */
    private static List<String> imports() throws IOException {
        List<String> imports = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().matches(".*\\.(java|kt)"))
                        .flatMap(file -> PageNames.importsOf(text(file)).stream())
                        .forEach(imports::add);
            }
        }
        return imports;
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path folder : folders()) {
            addSources(folder, sources);
        }
        return sources;
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT);
                Stream<Path> checks = Files.list(ROOT.resolve("checks"))) {
            return Stream.concat(modules, checks)
                    .map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList();
        }
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
