package dev.latchkey.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;

/**
 * An answer that a real server gave, as it was on the wire.
 *
 * @param name the recording's file
 * @param status HTTP status; 0 if the server never answered
 * @param headers the header lines
 * @param body the body
 */
public record Recording(String name, int status, String headers, String body) {
    static final Path SOURCES = Repository.root().resolve("checks/support/src/main/resources/dev/latchkey/testsupport");

    private static final String NO_ANSWER = "(no answer)";

    /** Headers that belong to the recorded connection rather than to the answer. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding");

    /**
     * Reads a recording.
     *
     * @param owner a class beside whose package the file lies
     * @param name path relative to it, in a folder with a hyphen: the files of what could be a package are the module's own
     * @return the recording
     */
    public static Recording load(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no recording " + name);
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All recordings of a vendor, read from the sources, so that a file which is added is tried as well.
     *
     * @param vendor for instance {@code webitel}; the folder beside this class is called {@code webitel-recordings}
     * @return the recordings in the order of their names
     */
    public static List<Recording> all(String vendor) {
        Path folder = SOURCES.resolve(vendor + "-recordings");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Recording::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether there was an answer at all.
     *
     * @return false if the server never answered
     */
    public boolean isAnswered() {
        return status != 0;
    }

    /**
     * The file's name without its number and its ending.
     *
     * @return for instance {@code login-bad} of {@code 02-login-bad.http}
     */
    public String situation() {
        return name.replaceFirst("^[0-9]+-", "").replaceFirst("\\.[a-z]+$", "");
    }

    private static Recording read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The answer, to be given again.
     *
     * @return status, headers and body as recorded
     */
    public MockResponse replay() {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        headers.lines().forEach(line -> {
            int colon = line.indexOf(':');
            String field = line.substring(0, colon).trim();
            if (!OF_THE_CONNECTION.contains(field.toLowerCase(Locale.ROOT))) {
                response.addHeader(field, line.substring(colon + 1).trim());
            }
        });
        return response.build();
    }

    static Recording parse(String name, String text) {
        if (text.startsWith(NO_ANSWER)) {
            return new Recording(name, 0, "", "");
        }
        String unified = text.replace("\r\n", "\n");
        int end = unified.indexOf("\n\n");
        int firstLine = unified.indexOf('\n');
        int status = Integer.parseInt(unified.substring(0, firstLine).split(" ", 3)[1]);
        return new Recording(name, status, unified.substring(firstLine + 1, end), unified.substring(end + 2));
    }

    /** The file, which names the test. */
    @Override
    public String toString() {
        return name;
    }
}
