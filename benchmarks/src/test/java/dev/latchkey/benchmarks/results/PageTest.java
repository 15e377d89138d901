package dev.latchkey.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void whatWasMeasuredReplacesWhatWasThereBeforeAndNothingElse() {
        String first = Page.with("", "old figures").replace("# Benchmarks", "# By hand, above") + "By hand, below\n";

        String second = Page.with(first, "new figures\n");

        assertThat(second)
                .startsWith("# By hand, above\n\n<!--")
                .contains("-->\n\nnew figures\n\n<!--")
                .endsWith("-->\nBy hand, below\n")
                .doesNotContain("old");
        assertThat(Page.with(second, "new figures\n")).isEqualTo(second);
    }

    @Test
    void aPageWithoutTheMarksIsLeftAlone() {
        assertThatThrownBy(() -> Page.with("# All by hand\n", "figures")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePublishedPageHasTheMarks() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "benchmarks", "README.md"));

        assertThat(Page.with(page, "new figures")).contains("new figures");
    }
}
