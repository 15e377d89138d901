package dev.latchkey.releasechecks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Test classes that a page names as what shows a promise. */
final class NamedTests {
    private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|IT))`");

    private NamedTests() {}

    static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    /** The names of all test classes of all modules. */
    static Set<String> all(Path root) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        addAll(root, names);
        addAll(root.resolve("checks"), names);
        return names;
    }

    private static void addAll(Path folder, Set<String> names) throws IOException {
        try (Stream<Path> modules = Files.list(folder)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    names.addAll(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("\\w+(Test|IT)\\.java"))
                            .map(name -> name.replace(".java", ""))
                            .collect(Collectors.toSet()));
                }
            }
        }
    }
}
