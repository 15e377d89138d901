package dev.latchkey.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class UndocumentedMembersTest {

    @Test
    void everythingThatUsersSeeHasAComment() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (ShippedModule module : ShippedModule.all()) {
            ShippedModule.files(module.sources(), ".java").stream()
                    .filter(file -> !file.toString().contains("internal"))
                    .forEach(sources::add);
        }

        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            assertThat(UndocumentedMembers.in(files.getJavaFileObjectsFromPaths(sources)))
                    .as("public or protected, without a comment")
                    .isEmpty();
        }
    }

    @Test
    void whatIsPublicAndBareIsFound() throws IOException {
        String source = """
                package fixture;
                /** Told. */
                public record Told(int a) {
                    public Told {}
                    public int bare() { return a; }
                    /** Told. */
                    public int told() { return a; }
                    @Override public String toString() { return ""; }
                    int hidden() { return a; }
                    public interface Bare { void alsoBare(); }
                    public static final int NUMBER = 1;
                    private static final class Hidden { public int alsoHidden; }
                }
                """;

        assertThat(UndocumentedMembers.in(List.of(inMemory("Told", source))))
                .containsExactlyInAnyOrder(
                        "fixture.Told.bare", "fixture.Told.Bare", "fixture.Told.Bare.alsoBare", "fixture.Told.NUMBER");
    }

    private static JavaFileObject inMemory(String name, String source) {
        URI uri = URI.create("string:///" + name + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
