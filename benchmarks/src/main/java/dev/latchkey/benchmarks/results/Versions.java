package dev.latchkey.benchmarks.results;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of what was measured, by the names of the jars on the class path. */
public final class Versions {
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");
    private static final List<String> SHOWN = List.of(
            "okhttp-jvm",
            "moshi",
            "resilience4j-retry",
            "retrofit",
            "gson",
            "google-auth-library-oauth2-http",
            "azure-core",
            "utils",
            "msal4j",
            "spring-security-oauth2-client",
            "jmh-core");

    private Versions() {}

    /** Versions by the names of the artifacts. */
    public static Map<String, String> on(String classPath) {
        Map<String, String> versions = new TreeMap<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            Matcher jar = JAR.matcher(String.valueOf(Path.of(entry).getFileName()));
            if (jar.matches() && SHOWN.contains(jar.group(1))) {
                versions.put(jar.group(1).equals("utils") ? "awssdk-utils" : jar.group(1), jar.group(2));
            }
        }
        return versions;
    }
}
