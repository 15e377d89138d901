package dev.latchkey.reliability.processes;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated
@Tag("reliability")
@ParameterizedClass
@EnumSource(DatabaseServer.Kind.class)
class DatabaseFleetTest extends FleetContract {
    private final DatabaseServer.Kind kind;

    DatabaseFleetTest(DatabaseServer.Kind kind) {
        super(kind.toString());
        this.kind = kind;
    }

    @Override
    String location() {
        return kind.sharedUrl();
    }

    /** The one who died may have been waiting for an answer that he would still save. */
    @Override
    Duration longestWithoutCredentials() {
        return Duration.ofSeconds(37);
    }

    @Override
    int presentedAgainByWhoCanLogIn() {
        return 0;
    }
}
