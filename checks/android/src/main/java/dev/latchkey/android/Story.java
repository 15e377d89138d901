package dev.latchkey.android;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a tour has printed.
 *
 * @param lines line by line
 */
record Story(List<String> lines) {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern SECONDS = Pattern.compile("\\d+\\.\\d s\\b");

    /** How many of many calls at once still carry the old token is a matter of the threads' order. */
    private static final Pattern REFUSALS = Pattern.compile("\\d+ x (?=.* -> 401$)");

    private static final String HAPPY_END = "All as expected: ";
    private static final int FEWEST_LINES = 100;

    Story {
        lines = List.copyOf(lines);
    }

    /** Tells a tour in a JVM of its own. */
    static Story toldBy(List<String> arguments, Path output) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.addAll(arguments);
        Path errors = output.resolveSibling(output.getFileName() + ".errors");
        int code = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new CheckFailed(
                    "The tour ends with " + code + ":\n" + Files.readString(output) + Files.readString(errors));
        }
        Story story = new Story(Files.readAllLines(output, StandardCharsets.UTF_8));
        if (story.lines.size() < FEWEST_LINES || !story.lastLine().startsWith(HAPPY_END)) {
            throw new CheckFailed("That is not the whole tour:\n" + Files.readString(output));
        }
        return story;
    }

    /** Requires that the other tells the same, at other times and with the threads in another order. */
    void requireSame(Story other) {
        List<String> mine = comparable();
        List<String> others = other.comparable();
        for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
            String expected = i < mine.size() ? mine.get(i) : "the end";
            String actual = i < others.size() ? others.get(i) : "the end";
            if (!expected.equals(actual)) {
                throw new CheckFailed("The shrunk tour tells another story in line " + (i + 1) + ":\n  plain:  "
                        + expected + "\n  shrunk: " + actual);
            }
        }
    }

    String lastLine() {
        return lines.get(lines.size() - 1);
    }

    private List<String> comparable() {
        return lines.stream()
                .map(line -> INSTANT.matcher(line).replaceAll("TIME"))
                .map(line -> SECONDS.matcher(line).replaceAll("SECONDS"))
                .map(line -> REFUSALS.matcher(line).replaceFirst(""))
                .toList();
    }
}
