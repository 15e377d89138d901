package dev.latchkey.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import okio.ByteString;

/**
 * An answer in the notation of the kept inputs. The first line names the operation that is answered and may say how the body
 * travels ({@code gzip}, {@code utf-16le}, {@code bom}, {@code cut}); an HTTP answer follows, or a body alone, which may hold
 * {@link Repeats}. A body ends with its connection unless the head says how long it is.
 *
 * <pre>
 * connectware.users.get gzip
 * HTTP/1.1 200 OK
 * Content-Type: application/json
 *
 * {"id":"&lt;&lt;1000|7>>"}
 * </pre>
 */
record FuzzedAnswer(String operation, List<String> options, String head, ByteString body) {
    /** What the clients of the targets are built with. */
    static final int MAX_BODY = 1 << 20;

    private static final Set<String> CHARSETS = Set.of("utf-8", "utf-16le", "utf-16be", "utf-32");
    private static final String USUAL_HEAD = "HTTP/1.1 200 OK\nContent-Type: application/json\n";

    static FuzzedAnswer parse(byte[] input) {
        Document document = Document.parse(input);
        List<String> words = List.of(document.name().split(" ", -1));
        FuzzedAnswer answer = ofHttp(document.content().string(StandardCharsets.ISO_8859_1));
        return new FuzzedAnswer(words.get(0), words.subList(1, words.size()), answer.head, answer.body);
    }

    /** An HTTP answer without the line that names the operation. */
    static FuzzedAnswer ofHttp(String text) {
        int end = text.startsWith("HTTP/") ? text.indexOf("\n\n") : -1;
        String head = end < 0 ? USUAL_HEAD : text.substring(0, end + 1);
        String body = end < 0 ? text : text.substring(end + 2);
        return new FuzzedAnswer("", List.of(), head, ByteString.encodeString(body, StandardCharsets.ISO_8859_1));
    }

    /** The status, 0 if the head has none. */
    int status() {
        String[] words = head.substring(0, head.indexOf('\n')).split(" ", 3);
        return words.length > 1 && words[1].matches("[0-9]{3}") ? Integer.parseInt(words[1]) : 0;
    }

    FuzzedAnswer withStatus(int status) {
        return new FuzzedAnswer(
                operation, options, "HTTP/1.1 " + status + " \n" + head.substring(head.indexOf('\n') + 1), body);
    }

    /** What travels. */
    byte[] wire() {
        byte[] content = inCharset(body.toByteArray());
        String fields = head;
        if (options.contains("gzip")) {
            content = gzipped(content);
            fields += "Content-Encoding: gzip\n";
        }
        if (options.contains("cut")) {
            fields += "Content-Length: " + (content.length + 10) + "\n";
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(fields.length() + content.length);
        out.writeBytes(fields.getBytes(StandardCharsets.ISO_8859_1));
        out.write('\n');
        out.writeBytes(content);
        return out.toByteArray();
    }

    private byte[] inCharset(byte[] utf8) {
        for (String option : options) {
            if (CHARSETS.contains(option)) {
                String text = new String(utf8, StandardCharsets.UTF_8);
                return (options.contains("bom") ? "\uFEFF" + text : text).getBytes(Charset.forName(option));
            }
        }
        return utf8;
    }

    private static byte[] gzipped(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
