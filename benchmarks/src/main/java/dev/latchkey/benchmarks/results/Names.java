package dev.latchkey.benchmarks.results;

import java.util.Map;

/** What the subjects are called where people read. */
final class Names {
    private static final Map<String, String> OF_SUBJECTS = Map.of(
            Target.OURS,
            "Latchkey",
            "raw",
            "by hand",
            "retrofit",
            "Retrofit",
            "generated",
            "openapi-generator",
            "moshiReflection",
            "Moshi, reflection",
            "google",
            "google-auth",
            "azure",
            "azure-core",
            "aws",
            "AWS SDK",
            "msal",
            "MSAL4J",
            "spring",
            "Spring Security");

    private Names() {}

    static String of(String subject) {
        return OF_SUBJECTS.getOrDefault(subject, subject);
    }
}
