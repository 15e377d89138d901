package dev.latchkey.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a file store, looked at from outside. */
record StoreFolder(Path path) {

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The one file whose name ends so. */
    Path only(String suffix) throws IOException {
        List<String> found =
                names().stream().filter(name -> name.endsWith(suffix)).toList();
        if (found.size() != 1) {
            throw new AssertionError("one " + suffix + " expected in " + names());
        }
        return path.resolve(found.get(0));
    }

    List<String> endings() throws IOException {
        return names().stream()
                .map(name -> name.substring(name.lastIndexOf('.')))
                .toList();
    }

    static String bits(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    static void setBits(Path file, String bits) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(bits));
    }
}
