package dev.latchkey.releasechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bill of materials of each artifact: whole, and of no licence that was not thought about. */
@Tag("materials")
class MaterialsIT {
    /** What may be in a program that is sold, without conditions on the rest of it. */
    private static final Set<String> IN_PROGRAMS = Set.of("Apache-2.0", "MIT");
    /** The fakes stay in tests; BouncyCastle's licence is MIT by another name. */
    private static final Set<String> IN_TESTS = Set.of("Bouncy Castle Licence");

    private static final Set<String> FAKES = Set.of("latchkey-fake-server", "latchkey-fake-junit");

    static List<PublishedArtifact> artifacts() {
        return PublishedArtifact.all();
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void everyLicenceIsAllowed(PublishedArtifact artifact) {
        Set<String> allowed = new LinkedHashSet<>(IN_PROGRAMS);
        if (FAKES.contains(artifact.name())) {
            allowed.addAll(IN_TESTS);
        }

        assertThat(Licences.refused(artifact.materials(), allowed))
                .as("not among " + allowed)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void everyDependencyIsListed(PublishedArtifact artifact) {
        List<String> listed = components(artifact.materials());

        assertThat(artifact.pom().dependencies())
                .map(dependency -> dependency.substring(0, dependency.lastIndexOf(':')))
                .isSubsetOf(listed);
        assertThat(listed).noneMatch(component -> component.contains(":latchkey-test-"));
    }

    @Test
    void whatDependenciesBringIsListedToo() {
        assertThat(components(new PublishedArtifact("latchkey-core").materials()))
                .extracting(component -> component.replaceAll(":[^:]*$", ""))
                .contains("org.jetbrains.kotlin:kotlin-stdlib", "com.squareup.okio:okio-jvm");
    }

    @Test
    void aLicenceThatNobodyAllowedIsFoundAndSoIsNone() {
        Map<String, Object> materials = Map.of(
                "components",
                List.of(
                        component("free", Map.of("license", Map.of("id", "MIT"))),
                        component("viral", Map.of("license", Map.of("id", "GPL-3.0-only"))),
                        component("odd", Map.of("license", Map.of("name", "Ask me"))),
                        component("either", Map.of("expression", "GPL-2.0-only AND MIT")),
                        Map.of("group", "g", "name", "bare")));

        assertThat(Licences.refused(materials, IN_PROGRAMS))
                .containsExactly(
                        "g:viral [GPL-3.0-only]", "g:odd [Ask me]", "g:either [GPL-2.0-only AND MIT]", "g:bare []");
    }

    private static Map<String, Object> component(String name, Map<String, Object> licence) {
        return Map.of("group", "g", "name", name, "licenses", List.of(licence));
    }

    private static List<String> components(Map<?, ?> materials) {
        return ((List<?>) materials.get("components"))
                .stream()
                        .map(element -> (Map<?, ?>) element)
                        .map(component ->
                                component.get("group") + ":" + component.get("name") + ":" + component.get("version"))
                        .toList();
    }
}
