package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;

/** The search starts where every adapter already reads something. */
class AdaptersTest {
    private static final Path KEPT = Path.of("src/test/resources/dev/latchkey/fuzz/ModelsFuzzTestInputs/everyAdapter");

    @Test
    void everyAdapterReadsASampleOrAKeptInput() throws IOException {
        Set<String> idle = new TreeSet<>(Adapters.ALL.keySet());
        try (Stream<Path> kept = Files.list(KEPT)) {
            Stream.concat(ModelsFuzzTest.everyAdapter().map(Named::getPayload), kept.map(AdaptersTest::bytes))
                    .map(Document::parse)
                    .filter(input -> ModelsFuzzTest.read(Adapters.named(input.name()), input.content()) != null)
                    .map(Document::name)
                    .forEach(idle::remove);
        }

        assertThat(idle).isEmpty();
    }

    @Test
    void anyTextStandsForAnAdapter() {
        assertThat(Adapters.named("no such adapter")).isNotNull();
        assertThat(Adapters.named("webitel.Acl.JSON")).isSameAs(Adapters.ALL.get("webitel.Acl.JSON"));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
