package dev.latchkey.android;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The page that publishes the sizes, in a table between two markers.
 *
 * @param file Markdown
 */
record Page(Path file) {
    private static final String BEGIN = "<!-- sizes: written by mvn -q -Pandroid -Dlatchkey.android.write -->\n";
    private static final String END = "<!-- end of the sizes -->";

    void requireUpToDate(Sizes measured) throws IOException {
        String text = Files.readString(file);
        Sizes published = Sizes.parse(text.substring(tableStart(text), tableEnd(text)));
        List<String> differences = measured.differencesFrom(published);
        if (!differences.isEmpty()) {
            throw new CheckFailed("The sizes in " + file.getFileName() + " are out of date: "
                    + String.join("; ", differences) + ". If that is meant: mvn -q -Pandroid -Dlatchkey.android.write");
        }
    }

    void write(Sizes measured) throws IOException {
        String text = Files.readString(file);
        Files.writeString(
                file, text.substring(0, tableStart(text)) + measured.markdown() + text.substring(tableEnd(text)));
    }

    private int tableStart(String text) {
        return position(BEGIN, text) + BEGIN.length();
    }

    private int tableEnd(String text) {
        return position(END, text);
    }

    private int position(String marker, String text) {
        int position = text.indexOf(marker);
        if (position < 0) {
            throw new CheckFailed(file + " lacks the line " + marker.strip());
        }
        return position;
    }
}
