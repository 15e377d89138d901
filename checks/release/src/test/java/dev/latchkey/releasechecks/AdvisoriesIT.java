package dev.latchkey.releasechecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.testsupport.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing is shipped against which nobody has looked for known holes. */
class AdvisoriesIT {
    private static final Path PAGE = Repository.root().resolve("docs/dependencies.md");

    @Test
    void everyVersionThatUsersGetWasLookedUp() throws IOException {
        Set<String> shipped = Advisories.shipped(PublishedArtifact.all().stream()
                .map(PublishedArtifact::materials)
                .collect(Collectors.toList()));

        assertThat(shipped).hasSizeGreaterThan(10);
        assertThat(Advisories.differences(shipped, Advisories.listed(Files.readString(PAGE))))
                .as("docs/dependencies.md says how to look it up")
                .isEmpty();
    }

    @Test
    void anotherArtifactAnotherVersionAndALineThatIsLeftOverAreFound() {
        Set<String> shipped = Advisories.shipped(List.of(Map.of(
                "components",
                List.of(
                        component("dev.latchkey", "latchkey-core", "1"),
                        component("g", "same", "1"),
                        component("g", "raised", "2"),
                        component("g", "new", "1")))));
        Set<String> listed = Advisories.listed("""
            | Artifact | Version | Looked up | Known |
            |---|---|---|---|
            | `g:same` | 1 | 2026-11-30 | nothing |
            | `g:raised` | 1 | 2026-11-30 | nothing |
            | `g:undated` | 1 | lately | nothing |
            | `g:silent` | 1 | 2026-11-30 |  |
            """);

        assertThat(Advisories.differences(shipped, listed))
                .containsExactly("not listed: g:new:1", "not listed: g:raised:2", "not shipped: g:raised:1");
        assertThatThrownBy(() -> Advisories.listed("| `g:a` | 1 | 2026-13-30 | nothing |"))
                .isInstanceOf(DateTimeException.class);
    }

    private static Map<String, String> component(String group, String name, String version) {
        return Map.of("group", group, "name", name, "version", version);
    }
}
