package dev.latchkey.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the repository is, for tests that read files of other modules. */
public final class Repository {
    private Repository() {}

    /**
     * The folder that holds all modules. Tests run in the folder of their own module.
     *
     * @return the absolute path
     */
    public static Path root() {
        for (@Nullable Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "No folder above this one has a folder .mvn, as the root of the repository does.");
    }
}
