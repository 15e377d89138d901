package dev.latchkey.scenarios.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Leaves a table of what everything ended in, {@code target/fault-matrix.txt}. */
class FaultMatrixTest {
    private static final Path TABLE = Path.of("target", "fault-matrix.txt");
    private static final Tally SERVER = new Tally("Operations under the faults of their server");
    private static final Tally NETWORK = new Tally("Operations without a connection");
    private static final Tally IDLE = new Tally("Connections that the server has closed while they were idle");
    private static final Tally SESSION = new Tally("Sessions under the faults of their token endpoint");

    private static Matrix matrix;
    private static DeadEnds deadEnds;

    @BeforeAll
    static void open() throws Exception {
        matrix = new Matrix();
        deadEnds = new DeadEnds();
    }

    @TestFactory
    Stream<DynamicTest> everyOperationEndsWellUnderEveryFaultOfItsServer() {
        return matrix.tests(OperationFaults.all(), SERVER);
    }

    @TestFactory
    Stream<DynamicTest> everyOperationEndsWellWithoutAConnection() {
        return matrix.tests(NetworkFaults.all(deadEnds), NETWORK);
    }

    @TestFactory
    Stream<DynamicTest> everythingGoesWellOnConnectionsThatWereClosedWhileIdle() {
        return matrix.tests(IdleConnections.all(), IDLE);
    }

    @TestFactory
    Stream<DynamicTest> everySessionEndsWellUnderEveryFaultOfItsTokenEndpoint() {
        return matrix.tests(SessionFaults.all(), SESSION);
    }

    @AfterAll
    static void closeAndWriteTheTable() throws Exception {
        matrix.close();
        deadEnds.close();
        Files.writeString(
                TABLE,
                Stream.of(SERVER, NETWORK, IDLE, SESSION)
                        .map(Tally::toString)
                        .collect(Collectors.joining("\n", Sample.description() + "\n\n", "")));
    }
}
