package dev.latchkey.releasechecks;

import dev.latchkey.testsupport.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders whose artifacts users depend on. */
public final class ShippedModules {
    private static final String PREFIX = "sdk-";

    private ShippedModules() {}

    /** Every folder of a shipped module, in order. */
    public static List<Path> folders() {
        try (Stream<Path> folders = Files.list(Repository.root())) {
            return folders.filter(ShippedModules::isShipped).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the artifact that is built in a folder. */
    public static String artifactOf(Path folder) {
        return "latchkey-" + folder.getFileName().toString().substring(PREFIX.length());
    }

    static List<String> artifacts() {
        return folders().stream().map(ShippedModules::artifactOf).toList();
    }

    private static boolean isShipped(Path folder) {
        return folder.getFileName().toString().startsWith(PREFIX) && Files.exists(folder.resolve("pom.xml"));
    }
}
