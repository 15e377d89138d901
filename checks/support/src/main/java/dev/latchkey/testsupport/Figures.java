package dev.latchkey.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a long run has measured: one row of a Markdown table in {@code target/reliability}, and a line on the console. The
 * rows are what {@code docs/RELIABILITY.md} quotes. For one thread.
 */
public final class Figures {
    private static final Path FOLDER = Path.of("target", "reliability");

    private final String file;
    private final String title;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Figures(String file, String title) {
        this.file = file;
        this.title = title;
    }

    /**
     * Figures without any value yet.
     *
     * @param file the name of the row's file, without its ending
     * @param title the first cell of the row
     */
    public static Figures of(String file, String title) {
        return new Figures(file, title);
    }

    /** Adds a value: durations in milliseconds, numbers as they are. */
    public Figures add(String name, Object value) {
        values.put(name, text(value));
        return this;
    }

    /** Writes the row. */
    public void write() {
        String row = "| " + title + " | "
                + values.entrySet().stream()
                        .map(value -> value.getKey() + ": " + value.getValue())
                        .collect(Collectors.joining("; "))
                + " |";
        System.out.println(row);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file + ".md"), row + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object value) {
        if (value instanceof Duration duration) {
            return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value.toString();
    }
}
