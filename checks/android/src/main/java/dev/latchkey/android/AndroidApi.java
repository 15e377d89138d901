package dev.latchkey.android;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.codehaus.mojo.animal_sniffer.ClassListBuilder;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;

/** The classes and methods that Android 8.0 has. */
final class AndroidApi {
    private static final String FAKES = "dev.latchkey.fake.*";

    /** OkHttp's variant for JVMs has TLS by these; the one that Gradle takes for Android has Android's instead. */
    private static final Pattern TLS_OF_JVMS = Pattern.compile(
            "\\borg\\.(openjsse|bouncycastle\\.jsse|conscrypt)\\.|\\bjavax\\.net\\.ssl\\.\\w+\\.[gs]etApplicationProtocols?\\(");

    private AndroidApi() {}

    /** What a program refers to beside itself, the fakes and Android 8.0. */
    static List<String> missingIn(Path program, Path signatures) throws IOException {
        Findings findings = new Findings();
        ClassListBuilder own = new ClassListBuilder(findings);
        own.setCheckJars(true);
        own.process(program.toFile()); // Given a path, it would look for a folder and find nothing.
        Set<String> known = own.getPackages();
        known.add(FAKES);
        try (InputStream in = Files.newInputStream(signatures)) {
            SignatureChecker checker = new SignatureChecker(in, known, findings);
            checker.setSourcePath(List.of());
            checker.setCheckJars(true);
            checker.process(program.toFile());
        }
        return findings.missing.stream()
                .filter(found -> !TLS_OF_JVMS.matcher(found).find())
                .toList();
    }

    /** Animal-sniffer reports through its log only. */
    private static final class Findings implements Logger {
        private final List<String> missing = new ArrayList<>();

        @Override
        public void info(String message) {}

        @Override
        public void info(String message, Throwable thrown) {}

        @Override
        public void debug(String message) {}

        @Override
        public void debug(String message, Throwable thrown) {}

        @Override
        public void warn(String message) {
            missing.add(message);
        }

        @Override
        public void warn(String message, Throwable thrown) {
            missing.add(message + " " + thrown);
        }

        @Override
        public void error(String message) {
            missing.add(message);
        }

        @Override
        public void error(String message, Throwable thrown) {
            missing.add(message + " " + thrown);
        }
    }
}
