package dev.latchkey.fuzz;

import dev.latchkey.testsupport.DocumentedOperations;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;

/** What real servers and their documentation say: where the search for hostile input starts. */
public final class Samples {
    static final String CONTROL_BY_WEB =
            "sdk-controlbyweb/src/test/resources/dev/latchkey/controlbyweb/oauth2-recordings";
    static final String DEVICE_HIVE = "sdk-devicehive/src/test/resources/dev/latchkey/devicehive/server-recordings";
    static final String WEBITEL = "checks/support/src/main/resources/dev/latchkey/testsupport/webitel-recordings";

    private Samples() {}

    /** A text as an input. */
    static Named<byte[]> named(String name, String text) {
        return Named.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Texts as inputs, numbered. */
    public static Stream<Named<byte[]>> of(String... texts) {
        return IntStream.range(0, texts.length).mapToObj(i -> named("sample " + (i + 1), texts[i]));
    }

    /**
     * The documented answers of a vendor in the notation of {@link FuzzedAnswer}.
     *
     * @param vendor for instance {@code webitel}
     * @return one for each operation whose answer is documented
     */
    static Stream<Named<byte[]>> documented(String vendor) {
        return DocumentedOperations.all(vendor).stream()
                .filter(one -> one.responseExample() != null)
                .map(one -> named(one.id(), one.id() + "\n" + one.responseExample()));
    }

    /**
     * All JSON that the vendors' documentation and the recordings hold: the documents and every value in them.
     *
     * @return each once
     */
    static Set<String> values() {
        Set<String> values = new LinkedHashSet<>();
        for (Subject<?> subject : Subjects.ALL) {
            DocumentedOperations.all(subject.vendor()).forEach(one -> {
                collect(one.requestExample(), values);
                collect(JsonTree.parse(one.responseExample() == null ? "{}" : one.responseExample()), values);
            });
        }
        Stream.of(CONTROL_BY_WEB, WEBITEL, DEVICE_HIVE)
                .flatMap(folder -> recorded("", folder))
                .map(recorded -> new String(recorded.getPayload(), StandardCharsets.UTF_8))
                .map(answer -> answer.substring(answer.indexOf("\n\n") + 2))
                .filter(body -> body.startsWith("{"))
                .forEach(body -> collect(JsonTree.parse(body), values));
        return values;
    }

    private static void collect(@Nullable Object tree, Set<String> values) {
        values.add(JsonTree.write(tree));
        if (tree instanceof Map<?, ?> members) {
            members.values().forEach(each -> collect(each, values));
        } else if (tree instanceof Collection<?> elements) {
            elements.forEach(each -> collect(each, values));
        }
    }

    /**
     * The answers that a real server has given, each to an operation of its vendor.
     *
     * @param operation whose answer they are taken for
     * @param folder of recordings, from the root of the sources; one of the constants
     * @return the answers
     */
    static Stream<Named<byte[]>> recorded(String operation, String folder) {
        try (Stream<Path> files = Files.list(Repository.root().resolve(folder))) {
            return files
                    .sorted()
                    .map(file -> named(file.getFileName().toString(), operation + "\n" + answer(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the length, which would be wrong as soon as the body changes. */
    private static String answer(Path file) {
        try {
            String text = Files.readString(file).replace("\r\n", "\n");
            String response = text.substring(text.lastIndexOf("\nHTTP/") + 1);
            return response.replaceFirst("(?i)\nContent-Length: [0-9]+", "")
                    .replaceFirst("(?i)\nTransfer-Encoding: chunked", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
