package dev.latchkey.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class VersionsTest {
    @Test
    void theClassPathOfThisTestTells() {
        assertThat(Versions.on(System.getProperty("java.class.path")))
                .containsKeys("okhttp-jvm", "moshi", "retrofit", "azure-core", "awssdk-utils", "msal4j");
    }

    @Test
    void otherJarsAndFoldersAreLeftOut() {
        String classPath =
                String.join(java.io.File.pathSeparator, "/m/moshi-1.15.2.jar", "/m/asm-9.jar", "target/classes");

        assertThat(Versions.on(classPath)).containsExactly(entry("moshi", "1.15.2"));
    }
}
