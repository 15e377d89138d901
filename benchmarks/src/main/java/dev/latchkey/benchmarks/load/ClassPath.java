package dev.latchkey.benchmarks.load;

import java.io.File;
import java.util.Arrays;
import java.util.List;

/**
 * Some of what is on this process's class path.
 *
 * @param entries jars and folders
 */
record ClassPath(List<String> entries) {
    private static final List<String> OKHTTP_AND_MOSHI =
            List.of("okhttp-jvm-", "okio", "kotlin-stdlib", "annotations-", "moshi-1", "jspecify-", "benchmarks");

    /** For OkHttp and Moshi alone, and this module's own programs. */
    static ClassPath raw() {
        return of(List.of());
    }

    /** For a client of Connectware. */
    static ClassPath latchkey() {
        return of(List.of(
                "latchkey-core", "sdk-core", "latchkey-connectware", "sdk-connectware", "resilience4j", "slf4j"));
    }

    /** For Retrofit. */
    static ClassPath retrofit() {
        return of(List.of("retrofit-", "converter-moshi-"));
    }

    String text() {
        return String.join(File.pathSeparator, entries);
    }

    private static ClassPath of(List<String> more) {
        return new ClassPath(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> named(OKHTTP_AND_MOSHI, entry) || named(more, entry))
                .toList());
    }

    /** A jar by its name; a folder of classes by its module's. */
    private static boolean named(List<String> prefixes, String entry) {
        String path = entry.replace(File.separatorChar, '/');
        String module =
                path.endsWith("/target/classes") ? path.substring(0, path.length() - "/target/classes".length()) : path;
        String name = module.substring(module.lastIndexOf('/') + 1);
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
