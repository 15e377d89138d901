package dev.latchkey.reliability.processes;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Tag("reliability")
class PostgresFleetTest extends FleetContract {

    PostgresFleetTest() {
        super("PostgreSQL");
    }

    @Override
    String location() {
        return Postgres.sharedUrl();
    }
}
