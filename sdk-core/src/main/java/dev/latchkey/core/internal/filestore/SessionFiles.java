package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.store.SessionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import okio.Buffer;

/**
 * The files of one session. Their common name starts with what people recognise and ends with a hash of the whole key: it
 * stays in the folder whatever the key holds, and no two keys share one, on file systems that ignore case either.
 *
 * @param checked the folder
 * @param name what the names of all files start with
 */
record SessionFiles(CheckedFolder checked, String name) {
    private static final int READABLE_CHARS = 24;
    private static final int HASH_CHARS = 32;

    static SessionFiles of(CheckedFolder folder, SessionKey key) throws IOException {
        Buffer whole = new Buffer();
        for (String part : new String[] {key.vendor(), key.baseUrl(), key.identity()}) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(part)) {
                throw new IOException("The session's identity or base URL holds half a character (a lone surrogate).");
            }
            whole.writeInt(part.length()).writeUtf8(part);
        }
        String hash = whole.sha256().hex().substring(0, HASH_CHARS);
        return new SessionFiles(folder, readable(key.vendor()) + "-" + readable(key.identity()) + "-" + hash);
    }

    /** The session itself. */
    Path session() {
        return file(".json");
    }

    /** The session that is being written. */
    Path next() {
        return file(".next");
    }

    /** Locked by the process whose thread is in the section. */
    Path lock() {
        return file(".lock");
    }

    /** Locked by who may open the lock file. */
    Path gate() {
        return file(".gate");
    }

    /** What the names of unreadable sessions start with that were put aside. */
    String asidePrefix() {
        return name + ".corrupt-";
    }

    Path folder() {
        return checked.path();
    }

    FileRules rules() {
        return checked.rules();
    }

    private Path file(String suffix) {
        return folder().resolve(name + suffix);
    }

    private static String readable(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(READABLE_CHARS, plain.length()));
    }
}
