package dev.latchkey.releasechecks.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.latchkey.releasechecks.ShippedModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API of each shipped module is the one in its {@code api} folder, which is reviewed like code. */
class ApiTest {
    private static final boolean WRITES = Boolean.getBoolean("latchkey.api.write");

    static List<Path> modules() {
        return ShippedModules.folders();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theApiIsTheOneThatWasReviewed(Path module) throws IOException {
        String artifact = ShippedModules.artifactOf(module);
        Path reviewed = module.resolve("api").resolve(artifact + ".api");
        String now = ApiDump.of(module.resolve("target/classes"));
        if (WRITES) {
            Files.createDirectories(reviewed.getParent());
            Files.writeString(reviewed, now);
        }

        ApiChange change = ApiChange.between(Files.exists(reviewed) ? Files.readString(reviewed) : "", now);
        if (!change.isEmpty()) {
            fail(change.message(artifact));
        }
        assertThat(reviewed).as("written by mvn -q -Papi-write").hasContent(now);
    }

    @Test
    void theModulesAreFound() {
        assertThat(modules()).extracting(ShippedModules::artifactOf).contains("latchkey-core", "latchkey-fake-server");
    }
}
