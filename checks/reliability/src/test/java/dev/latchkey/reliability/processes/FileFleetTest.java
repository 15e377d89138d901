package dev.latchkey.reliability.processes;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Tag("reliability")
class FileFleetTest extends FleetContract {
    @TempDir
    private Path folder;

    FileFleetTest() {
        super("files");
    }

    @Override
    String location() {
        return folder.resolve("sessions").toString();
    }
}
