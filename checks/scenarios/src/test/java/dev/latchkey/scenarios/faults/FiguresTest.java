package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testsupport.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page on reliability says how large the matrix is. */
class FiguresTest {
    private static final Path PAGE = Repository.root().resolve("docs/RELIABILITY.md");

    @Test
    void thePageHasTheSizeOfTheMatrix() throws Exception {
        String page = Files.readString(PAGE);
        try (DeadEnds deadEnds = new DeadEnds()) {
            assertThat(page)
                    .contains("under " + FaultCases.all().size() + " faults")
                    .contains(row("operations × faults of the server", OperationFaults.all()))
                    .contains(row("operations × no connection", NetworkFaults.all(deadEnds)))
                    .contains(row("operations × connections closed while idle", IdleConnections.all()))
                    .contains(row("situations of a session × faults of the token endpoint", SessionFaults.all()));
        }
    }

    private static String row(String what, List<Combination> combinations) {
        return String.format(Locale.ROOT, "| %s | %,d |", what, combinations.size());
    }
}
