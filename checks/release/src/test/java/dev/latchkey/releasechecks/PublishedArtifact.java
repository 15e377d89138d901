package dev.latchkey.releasechecks;

import dev.latchkey.testsupport.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is published of one artifact, read from the repository that this build has filled. */
record PublishedArtifact(String name) {
    private static final Path REPOSITORY = Path.of(System.getProperty("latchkey.repository"), "dev", "latchkey");
    static final String VERSION = System.getProperty("latchkey.version");

    /** Every artifact with classes, without the BOM. */
    static List<PublishedArtifact> all() {
        return ShippedModules.artifacts().stream().map(PublishedArtifact::new).toList();
    }

    /** The names of all that is published, as the repository has it. */
    static List<String> published() {
        try (Stream<Path> folders = Files.list(REPOSITORY)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String suffix) {
        return REPOSITORY.resolve(name).resolve(VERSION).resolve(name + "-" + VERSION + suffix);
    }

    String text(String suffix) {
        try {
            return Files.readString(file(suffix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PublishedPom pom() {
        return PublishedPom.read(file(".pom"));
    }

    /** Gradle's metadata. */
    Map<?, ?> module() {
        return (Map<?, ?>) JsonTree.parse(text(".module"));
    }

    /** The bill of materials. */
    Map<?, ?> materials() {
        return (Map<?, ?>) JsonTree.parse(text("-cyclonedx.json"));
    }

    @Override
    public String toString() {
        return name;
    }
}
