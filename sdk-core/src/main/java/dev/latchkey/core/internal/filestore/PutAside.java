package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.auth.StoreFailedException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps session files that cannot be read, so that somebody can look at them: the latest few, with their permissions. */
final class PutAside {
    private static final int KEPT = 3;

    private PutAside() {}

    /** Renames the session file, and returns what it is called now. */
    static Path move(SessionFiles files) throws IOException {
        try {
            NavigableMap<Integer, Path> earlier = earlier(files);
            int number = earlier.isEmpty() ? 1 : earlier.lastKey() + 1;
            Path aside = files.folder().resolve(files.asidePrefix() + number);
            Files.move(files.session(), aside);
            while (earlier.size() >= KEPT) {
                Files.deleteIfExists(earlier.pollFirstEntry().getValue());
            }
            return aside;
        } catch (IOException e) {
            throw new StoreFailedException(
                    files.session() + " cannot be read as a session, nor put aside: " + Reason.of(e), e);
        }
    }

    private static NavigableMap<Integer, Path> earlier(SessionFiles files) throws IOException {
        NavigableMap<Integer, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(files.folder(), files.asidePrefix() + "*")) {
            for (Path each : all) {
                String number = each.getFileName()
                        .toString()
                        .substring(files.asidePrefix().length());
                if (number.matches("[0-9]{1,8}")) {
                    found.put(Integer.parseInt(number), each);
                }
            }
        }
        return found;
    }
}
