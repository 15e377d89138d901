package dev.latchkey.releasechecks.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A small module, compiled from sources in memory. */
final class CompiledModule {
    private CompiledModule() {}

    /** Compiles files, named by their paths, into the folder, and dumps their API. */
    static String dump(Path folder, Map<String, String> sources) {
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(inMemory(path, text)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringBuilder problems = new StringBuilder();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-d",
                    folder.toString(),
                    "--module-path",
                    jspecify().toString());
            boolean compiled = compiler.getTask(
                            null, manager, problem -> problems.append(problem).append('\n'), options, null, files)
                    .call();
            if (!compiled) {
                throw new AssertionError(problems.toString());
            }
            return ApiDump.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jspecify() {
        try {
            return Path.of(Nullable.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static JavaFileObject inMemory(String path, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
