package dev.latchkey.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Headers;

/**
 * A request to a real server and its answer, as they were on the wire: a file with a line of comment, {@code === REQUEST}
 * and {@code === RESPONSE}.
 *
 * @param name the file's name without its ending
 * @param comment what was special about the server
 * @param method the HTTP method
 * @param target path and query
 * @param requestHeaders the request's headers
 * @param requestBody the request's body, without space around it
 * @param response the answer
 */
public record RecordedExchange(
        String name,
        String comment,
        String method,
        String target,
        Headers requestHeaders,
        String requestBody,
        Recording response) {
    private static final String REQUEST = "=== REQUEST\n";
    private static final String RESPONSE = "=== RESPONSE\n";

    /**
     * Reads all files of a folder, so that a file which is added is tried as well.
     *
     * @param folder the folder, seen from the module
     * @return the recordings in the order of their names
     */
    public static List<RecordedExchange> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(RecordedExchange::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads all recordings of what a vendor serves beyond its auth pages: one run, in the order of their numbers, of which some
     * steps are missing, and some were never answered.
     *
     * @param vendor for instance {@code devicehive}
     * @return the recordings in order
     */
    public static List<RecordedExchange> beyond(String vendor) {
        return all(Recording.SOURCES.resolve(vendor + "-beyond-recordings"));
    }

    private static RecordedExchange read(Path file) {
        try {
            return parse(file.getFileName().toString().replaceFirst("\\.[a-z]+$", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedExchange parse(String name, String text) {
        String unified = text.replace("\r\n", "\n");
        int request = unified.indexOf(REQUEST);
        int response = unified.indexOf(RESPONSE);
        String[] sent = unified.substring(request + REQUEST.length(), response).split("\n\n", 2);
        String[] lines = sent[0].split("\n", -1);
        String[] requestLine = lines[0].split(" ", 3);
        Headers.Builder headers = new Headers.Builder();
        Stream.of(lines).skip(1).forEach(headers::add);
        return new RecordedExchange(
                name,
                unified.substring(0, request).replaceFirst("^#", "").trim(),
                requestLine[0],
                requestLine[1],
                headers.build(),
                sent[1].trim(),
                Recording.parse(name, unified.substring(response + RESPONSE.length())));
    }

    /** The file, which names the test. */
    @Override
    public String toString() {
        return name;
    }
}
