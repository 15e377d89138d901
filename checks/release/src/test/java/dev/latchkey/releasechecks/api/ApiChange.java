package dev.latchkey.releasechecks.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has left an API and what has come to it. A line that has changed has left and come. */
record ApiChange(List<String> removed, List<String> added) {
    private static final Pattern NAME =
            Pattern.compile("\\b(?:module|package|class|interface|enum|record|@interface) ([\\w.]+)");

    static ApiChange between(String before, String after) {
        Set<String> old = entries(before);
        Set<String> now = entries(after);
        return new ApiChange(
                old.stream().filter(entry -> !now.contains(entry)).toList(),
                now.stream().filter(entry -> !old.contains(entry)).toList());
    }

    boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }

    /** What has changed in the artifact, and what to do about it. */
    String message(String artifact) {
        StringBuilder text =
                new StringBuilder("The public API of " + artifact + " is not the one that was reviewed:\n");
        removed.forEach(entry -> text.append("  - ").append(entry).append('\n'));
        added.forEach(entry -> text.append("  + ").append(entry).append('\n'));
        if (!removed.isEmpty()) {
            text.append(
                    "A line with a minus may break those who use it: keep the old form beside the new one, deprecated.\n");
        }
        return text.append("If the change is meant, write it down and commit it together with the code:\n")
                .append("  mvn -q -Papi-write\n")
                .append("  git diff -- '*.api'\n")
                .append("and say so in CHANGELOG.md.")
                .toString();
    }

    /** Each line, of a member with the class before it. */
    private static Set<String> entries(String dump) {
        Set<String> entries = new LinkedHashSet<>();
        String owner = "";
        for (String line : dump.lines().filter(text -> !text.isBlank()).toList()) {
            if (line.startsWith(" ")) {
                entries.add(owner + ": " + line.trim());
            } else {
                Matcher name = NAME.matcher(line);
                owner = name.find() ? name.group(1) : line;
                entries.add(line);
            }
        }
        return entries;
    }
}
