package dev.latchkey.releasechecks.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that users of a module can name, as text: its exported packages, what is public or protected in them with the nullness of
 * each type, and the hidden classes from which that inherits.
 */
final class ApiDump {
    private final Path classes;
    private final Map<String, ClassText> dumped = new TreeMap<>();

    private ApiDump(Path classes) {
        this.classes = classes;
    }

    /** The API of the module whose class files are in this folder. */
    static String of(Path classes) throws IOException {
        ModuleDescriptor module;
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        List<String> lines = new ArrayList<>(moduleLines(module));
        ApiDump dump = new ApiDump(classes);
        for (String name : exportedPackages(module)) {
            lines.add("");
            lines.add(dump.packageLine(name));
            dump.addPackage(name);
        }
        for (ClassText text : dump.dumped.values()) {
            lines.add("");
            lines.addAll(text.lines());
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> moduleLines(ModuleDescriptor module) {
        List<String> lines = new ArrayList<>();
        lines.add("module " + module.name());
        module.requires().stream()
                .filter(required -> required.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .map(required -> "  requires transitive " + required.name())
                .sorted()
                .forEach(lines::add);
        return lines;
    }

    private static Set<String> exportedPackages(ModuleDescriptor module) {
        Set<String> names = new TreeSet<>();
        module.exports().stream()
                .filter(exported -> !exported.isQualified())
                .forEach(exported -> names.add(exported.source()));
        return names;
    }

    private String packageLine(String name) throws IOException {
        Path info = classes.resolve(name.replace('.', '/')).resolve("package-info.class");
        if (!Files.exists(info)) {
            return "package " + name;
        }
        List<String> words = new ArrayList<>(PackageAnnotations.in(Files.readAllBytes(info)));
        words.add("package " + name);
        return String.join(" ", words);
    }

    private void addPackage(String name) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(classes.resolve(name.replace('.', '/')))) {
            files = all.filter(file -> file.toString().endsWith(".class") && !file.endsWith("package-info.class"))
                    .toList();
        }
        for (Path file : files) {
            String internalName =
                    name.replace('.', '/') + "/" + file.getFileName().toString().replace(".class", "");
            if (isVisible(internalName)) {
                add(internalName);
            }
        }
    }

    private boolean isVisible(String internalName) throws IOException {
        int nested = internalName.lastIndexOf('$');
        return read(internalName).isVisible && (nested < 0 || isVisible(internalName.substring(0, nested)));
    }

    /** Adds a class, and all classes of the module from which it inherits members, be they visible or not. */
    private void add(String internalName) throws IOException {
        if (dumped.containsKey(internalName)) {
            return;
        }
        ClassText text = read(internalName);
        dumped.put(internalName, text);
        for (String supertype : text.supertypes) {
            if (Files.exists(file(supertype))) {
                add(supertype);
            }
        }
    }

    private ClassText read(String internalName) throws IOException {
        return ClassText.read(Files.readAllBytes(file(internalName)));
    }

    private Path file(String internalName) {
        return classes.resolve(internalName + ".class");
    }
}
