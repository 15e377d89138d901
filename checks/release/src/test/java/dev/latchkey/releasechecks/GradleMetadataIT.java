package dev.latchkey.releasechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Maven reads the POM, where OkHttp is {@code okhttp-jvm}; Gradle reads the module metadata, where it is {@code okhttp}, of
 * which it chooses the variant for the JVM or for Android.
 */
class GradleMetadataIT {
    private static final String OKHTTP = "com.squareup.okhttp3:okhttp";
    private static final String OKHTTP_JVM = OKHTTP + "-jvm";

    static List<PublishedArtifact> artifacts() {
        return PublishedArtifact.all();
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void thePomTellsGradleToReadTheMetadata(PublishedArtifact artifact) {
        assertThat(artifact.text(".pom")).contains("<!-- do_not_remove: published-with-gradle-metadata -->");
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void theMetadataIsThatOfTheArtifact(PublishedArtifact artifact) {
        assertThat(object(artifact.module(), "component"))
                .containsEntry("group", "dev.latchkey")
                .containsEntry("module", artifact.name())
                .containsEntry("version", PublishedArtifact.VERSION);
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void bothNameTheSameDependenciesButForOkHttp(PublishedArtifact artifact) {
        List<String> fromPom = artifact.pom().dependencies().stream()
                .map(dependency -> dependency.substring(0, dependency.lastIndexOf(':')))
                .map(dependency -> dependency.replace(OKHTTP_JVM + ":", OKHTTP + ":"))
                .toList();

        assertThat(dependencies(artifact, "apiElements")).containsExactlyInAnyOrderElementsOf(fromPom);
        assertThat(dependencies(artifact, "runtimeElements")).containsExactlyInAnyOrderElementsOf(fromPom);
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void gradleIsNeverSentToTheJarOfOnePlatform(PublishedArtifact artifact) {
        assertThat(artifact.text(".module")).doesNotContain("okhttp-jvm", "okhttp-android");
    }

    @Test
    void okHttpIsNamedOneWayForMavenAndAnotherForGradle() {
        PublishedArtifact core = new PublishedArtifact("latchkey-core");

        assertThat(core.pom().dependencies()).anyMatch(dependency -> dependency.startsWith(OKHTTP_JVM + ":"));
        assertThat(dependencies(core, "apiElements")).anyMatch(dependency -> dependency.startsWith(OKHTTP + ":"));
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void theMetadataHasTheHashOfThePublishedJar(PublishedArtifact artifact)
            throws IOException, NoSuchAlgorithmException {
        byte[] jar = Files.readAllBytes(artifact.file(".jar"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));

        for (String variant : List.of("apiElements", "runtimeElements")) {
            Map<?, ?> file =
                    (Map<?, ?>) list(variant(artifact, variant), "files").get(0);
            assertThat(file.get("url"))
                    .isEqualTo(artifact.file(".jar").getFileName().toString());
            assertThat(file.get("sha256")).as(variant).isEqualTo(hash);
        }
    }

    private static List<String> dependencies(PublishedArtifact artifact, String variant) {
        List<String> found = new ArrayList<>();
        for (Object element : list(variant(artifact, variant), "dependencies")) {
            Map<?, ?> dependency = (Map<?, ?>) element;
            found.add(dependency.get("group") + ":" + dependency.get("module") + ":"
                    + object(dependency, "version").get("requires"));
        }
        return found;
    }

    private static Map<?, ?> variant(PublishedArtifact artifact, String name) {
        return list(artifact.module(), "variants").stream()
                .map(variant -> (Map<?, ?>) variant)
                .filter(variant -> name.equals(variant.get("name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    private static Map<String, Object> object(Map<?, ?> parent, String member) {
        @SuppressWarnings("unchecked") // a JSON object
        Map<String, Object> object = (Map<String, Object>) parent.get(member);
        return object;
    }

    private static List<?> list(Map<?, ?> parent, String member) {
        return (List<?>) parent.get(member);
    }
}
