package dev.latchkey.fake;

import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A seed of all fakes.
 *
 * @param names the vendors that have a part in it
 * @param text the JSON
 */
record SeedText(Set<String> names, String text) {
    private static final String EXAMPLE = "example-seed.json";

    /** Reads this file, or the example if it is null. */
    static SeedText read(@Nullable Path file) throws IOException {
        return file == null ? example() : of(Files.readString(file));
    }

    private static SeedText example() throws IOException {
        try (InputStream in = SeedText.class.getResourceAsStream(EXAMPLE)) {
            if (in == null) {
                throw new IOException(EXAMPLE + " is missing in the program's jar");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static SeedText of(String text) {
        Map<String, @Nullable Object> document = document(text);
        List<String> known = Vendor.ALL.stream().map(Vendor::name).toList();
        for (String name : document.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("seed has no member '" + name + "'; known are " + known);
            }
        }
        return new SeedText(document.keySet(), text);
    }

    private static Map<String, @Nullable Object> document(String text) {
        Map<String, @Nullable Object> document;
        try {
            document = Json.asObject(Json.parse(text));
        } catch (Json.BadJson e) {
            throw new IllegalArgumentException("seed: " + e.getMessage(), e);
        }
        if (document == null) {
            throw new IllegalArgumentException("seed has to be a JSON object");
        }
        return document;
    }

    /** The vendors only: the text holds passwords. */
    @Override
    public String toString() {
        return "SeedText" + names;
    }
}
