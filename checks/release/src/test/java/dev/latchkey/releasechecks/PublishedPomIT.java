package dev.latchkey.releasechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedPomIT {
    private static final PublishedArtifact BOM = new PublishedArtifact("latchkey-bom");

    static List<PublishedArtifact> artifacts() {
        return PublishedArtifact.all();
    }

    static Stream<PublishedArtifact> artifactsAndBom() {
        return Stream.concat(artifacts().stream(), Stream.of(BOM));
    }

    @Test
    void whatIsPublishedIsWhatIsShippedAndTheBom() {
        assertThat(PublishedArtifact.published())
                .containsExactlyInAnyOrderElementsOf(
                        artifactsAndBom().map(PublishedArtifact::name).toList());
    }

    @ParameterizedTest
    @MethodSource("artifactsAndBom")
    void aPomStandsAloneAndNeedsNoProperty(PublishedArtifact artifact) {
        PublishedPom pom = artifact.pom();

        assertThat(pom.sections()).doesNotContain("parent", "properties", "build", "profiles", "repositories");
        assertThat(artifact.text(".pom")).doesNotContain("${", "SNAPSHOT");
        assertThat(pom.all("/project/groupId")).containsExactly("dev.latchkey");
        assertThat(pom.all("/project/artifactId")).containsExactly(artifact.name());
        assertThat(pom.all("/project/version")).containsExactly(PublishedArtifact.VERSION);
    }

    @ParameterizedTest
    @MethodSource("artifactsAndBom")
    void aPomSaysWhatCentralAsksFor(PublishedArtifact artifact) {
        PublishedPom pom = artifact.pom();

        for (String path : List.of(
                "/project/name",
                "/project/description",
                "/project/url",
                "/project/licenses/license/name",
                "/project/licenses/license/url",
                "/project/developers/developer/name",
                "/project/developers/developer/organization",
                "/project/scm/connection",
                "/project/scm/developerConnection",
                "/project/scm/url")) {
            assertThat(pom.all(path)).as(path).singleElement().asString().isNotBlank();
        }
        assertThat(pom.all("/project/licenses/license/name")).containsExactly("Apache-2.0");
        assertThat(pom.all("/project/scm/tag")).containsExactly("v" + PublishedArtifact.VERSION);
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void aPomNamesTheDependenciesOfUsersWithTheirVersions(PublishedArtifact artifact) {
        assertThat(artifact.pom().dependencies())
                .isNotEmpty()
                .allMatch(dependency -> dependency.matches("[\\w.]+:[\\w.-]+:[\\w.-]+:(compile|runtime)"))
                .noneMatch(dependency -> dependency.startsWith("com.squareup.okhttp3:okhttp:"))
                .noneMatch(dependency -> dependency.contains(":latchkey-test-"));
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void usersHaveToHaveNothingThemselvesButJUnitForTheFakesInIt(PublishedArtifact artifact) {
        assertThat(artifact.pom().provided())
                .extracting(dependency -> dependency.replaceAll(":[\\d.]+:provided$", ""))
                .isEqualTo(
                        artifact.name().equals("latchkey-fake-junit")
                                ? List.of("org.junit.jupiter:junit-jupiter-api")
                                : List.of());
    }

    @Test
    void coreBringsWhatItIsMadeOfAndNothingElse() {
        assertThat(new PublishedArtifact("latchkey-core").pom().dependencies())
                .extracting(dependency -> dependency.replaceAll(":[\\d.]+:", ":"))
                .containsExactlyInAnyOrder(
                        "com.squareup.okhttp3:okhttp-jvm:compile",
                        "com.squareup.moshi:moshi:compile",
                        "org.jetbrains.kotlin:kotlin-stdlib:compile",
                        "io.github.resilience4j:resilience4j-retry:compile",
                        "org.slf4j:slf4j-api:compile",
                        "org.jspecify:jspecify:compile");
    }

    @Test
    void theBomListsWhatIsShippedAndNothingElse() {
        PublishedPom bom = BOM.pom();

        assertThat(bom.all("/project/packaging")).containsExactly("pom");
        assertThat(bom.sections()).doesNotContain("dependencies");
        assertThat(bom.managed())
                .containsExactlyInAnyOrderElementsOf(artifacts().stream()
                        .map(artifact -> "dev.latchkey:" + artifact.name() + ":" + PublishedArtifact.VERSION)
                        .toList());
    }
}
