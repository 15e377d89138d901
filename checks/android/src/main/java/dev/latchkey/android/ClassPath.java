package dev.latchkey.android;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Jars in the order in which Maven resolved them.
 *
 * @param jars none of them twice
 */
record ClassPath(List<Path> jars) {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    ClassPath {
        jars = List.copyOf(jars);
    }

    static ClassPath read(Path file) throws IOException {
        return parse(Files.readString(file).strip());
    }

    static ClassPath parse(String option) {
        return new ClassPath(SEPARATOR.splitAsStream(option).map(Path::of).toList());
    }

    /** The jars whose file name starts so. */
    ClassPath startingWith(String prefix) {
        return filtered(jar -> name(jar).startsWith(prefix));
    }

    ClassPath without(ClassPath others) {
        return filtered(jar -> !others.jars.contains(jar));
    }

    ClassPath with(ClassPath others) {
        List<Path> all = new ArrayList<>(jars);
        all.addAll(others.without(this).jars);
        return new ClassPath(all);
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        return bytes;
    }

    static String name(Path jar) {
        return jar.getFileName().toString();
    }

    private ClassPath filtered(Predicate<Path> kept) {
        return new ClassPath(jars.stream().filter(kept).toList());
    }

    /** As the option {@code -cp} takes it. */
    @Override
    public String toString() {
        return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
    }
}
