package dev.latchkey.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every link and image of the pages leads to a file, a folder or a heading of the repository, or is a web address. */
class LinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");
    private static final Pattern WEB = Pattern.compile("https?://.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        return pages().flatMap(page -> links(text(page))
                .map(link -> DynamicTest.dynamicTest(
                        ROOT.relativize(page) + ": " + link,
                        () -> assertThat(isThere(page, link)).as(link).isTrue())));
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        Path readme = ROOT.resolve("README.md");
        assertThat(isThere(readme, "docs/no-such-page.md")).isFalse();
        assertThat(isThere(readme, "docs/sessions.md#no-such-heading")).isFalse();
        assertThat(isThere(readme, "../outside.md")).isFalse();
        assertThat(isThere(readme, "docs/sessions.md#where-it-is-kept")).isTrue();
        assertThat(links("[a](b.md) `[c](d.md)` <img src=\"e.svg\">")).containsExactly("b.md", "e.svg");
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> top = Files.list(ROOT)) {
            return Stream.concat(top, docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .collect(Collectors.toList())
                    .stream();
        }
    }

    private static Stream<String> links(String page) {
        return LINK.matcher(CODE.matcher(page).replaceAll(""))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    }

    private static boolean isThere(Path page, String link) {
        if (WEB.matcher(link).matches()) {
            return true;
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path folder = page.getParent();
        Path target =
                path.isEmpty() || folder == null ? page : folder.resolve(path).normalize();
        return target.startsWith(ROOT)
                && Files.exists(target)
                && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    private static Set<String> anchors(Path page) {
        return HEADING.matcher(CODE.matcher(text(page))
                        .replaceAll(match -> match.group().startsWith("```") ? "" : "$0"))
                .results()
                .map(LinksTest::anchor)
                .collect(Collectors.toSet());
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
