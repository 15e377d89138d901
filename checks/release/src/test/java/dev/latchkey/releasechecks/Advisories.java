package dev.latchkey.releasechecks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of what is known against the libraries that users get. */
final class Advisories {
    private static final Pattern LINE =
            Pattern.compile("^\\| `([^`]+)` \\| (\\S+) \\| (\\d{4}-\\d{2}-\\d{2}) \\| (\\S.*) \\|$", Pattern.MULTILINE);

    private Advisories() {}

    /** What is listed, each with its version. */
    static Set<String> listed(String page) {
        Set<String> listed = new TreeSet<>();
        Matcher line = LINE.matcher(page);
        while (line.find()) {
            LocalDate.parse(line.group(3));
            if (!listed.add(line.group(1) + ":" + line.group(2))) {
                throw new IllegalArgumentException("listed twice: " + line.group());
            }
        }
        return listed;
    }

    /** What bills of materials name that is not ours, each with its version. */
    static Set<String> shipped(List<Map<?, ?>> bills) {
        Set<String> shipped = new TreeSet<>();
        for (Map<?, ?> bill : bills) {
            for (Object element : (List<?>) bill.get("components")) {
                Map<?, ?> component = (Map<?, ?>) element;
                if (!"dev.latchkey".equals(component.get("group"))) {
                    shipped.add(component.get("group") + ":" + component.get("name") + ":" + component.get("version"));
                }
            }
        }
        return shipped;
    }

    /** What is shipped and not listed, or listed and not shipped. */
    static List<String> differences(Set<String> shipped, Set<String> listed) {
        List<String> differences = new ArrayList<>();
        shipped.stream().filter(each -> !listed.contains(each)).forEach(each -> differences.add("not listed: " + each));
        listed.stream()
                .filter(each -> !shipped.contains(each))
                .forEach(each -> differences.add("not shipped: " + each));
        return differences;
    }
}
