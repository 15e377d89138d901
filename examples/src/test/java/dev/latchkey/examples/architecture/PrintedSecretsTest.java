package dev.latchkey.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedSecretsTest {

    @Test
    void noShippedRecordPrintsASecret() throws IOException {
        List<String> found = new ArrayList<>();
        for (ShippedModule module : ShippedModule.all()) {
            for (Path file : ShippedModule.files(module.classes(), ".class")) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (String secret : PrintedSecrets.in(in)) {
                        found.add(file.getFileName() + " prints " + secret);
                    }
                }
            }
        }
        assertThat(found)
                .as("A record's generated toString prints every component. Override it.")
                .isEmpty();
    }

    @Test
    void aRecordThatPrintsItsTokenIsFoundAndOneThatDoesNotIsFine() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("PrintedSecretsTest$Careless.class")) {
            assertThat(PrintedSecrets.in(in)).containsExactly("accessToken");
        }
        try (InputStream in = getClass().getResourceAsStream("PrintedSecretsTest$Careful.class")) {
            assertThat(PrintedSecrets.in(in)).isEmpty();
        }
    }

    record Careless(String accessToken, int number) {}

    record Careful(String accessToken, int number) {
        @Override
        public String toString() {
            return "Careful[number=" + number + "]";
        }
    }
}
