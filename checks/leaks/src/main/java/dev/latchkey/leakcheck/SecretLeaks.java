package dev.latchkey.leakcheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Looks for secrets in what a test run has left behind. Every secret that a test uses or a fake issues carries
 * {@link #MARKER}; the texts of all exceptions (recorded by the JVM itself) and all log lines are searched for it, in
 * every spelling that a quote may have.
 */
public final class SecretLeaks {
    /** Part of every secret in tests; valid in a token, a header, a URL and JSON. */
    public static final String MARKER = "LEAK7Q4Z";

    private SecretLeaks() {}

    static List<String> inExceptions(Path recording, String marker, List<String> mayQuote) throws IOException {
        MarkerSpellings spellings = new MarkerSpellings(marker);
        List<String> leaks = new ArrayList<>();
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                String message = event.hasField("message") ? event.getString("message") : null;
                if (message != null && spellings.isIn(message)) {
                    String thrown = event.getClass("thrownClass").getName();
                    String maker = maker(event);
                    if (mayQuote.stream().noneMatch(name -> thrown.startsWith(name) || maker.startsWith(name))) {
                        leaks.add("exception " + thrown + ": " + spellings.masked(message) + "\n"
                                + event.getStackTrace());
                    }
                }
            }
        }
        return leaks;
    }

    /** The class that made the exception: the first frame behind the exception's own constructors. */
    private static String maker(RecordedEvent event) {
        return event.getStackTrace() == null
                ? ""
                : event.getStackTrace().getFrames().stream()
                        .map(RecordedFrame::getMethod)
                        .filter(method -> !method.getName().equals("<init>"))
                        .findFirst()
                        .map(method -> method.getType().getName())
                        .orElse("");
    }

    static List<String> inLines(Path log, String marker) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        MarkerSpellings spellings = new MarkerSpellings(marker);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(spellings::isIn)
                    .map(line -> "log line: " + spellings.masked(line))
                    .toList();
        }
    }
}
