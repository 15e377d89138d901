package dev.latchkey.examples.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A module that users depend on, as this build has just compiled it; a new vendor's is found by its folder. */
record ShippedModule(ModuleDescriptor descriptor, Path directory) {

    static final String CORE = "dev.latchkey.core";
    static final String FAKE = "dev.latchkey.fake";
    static final String FAKE_IN_JUNIT = "dev.latchkey.fake.junit";
    private static final String TOKEN_STORES = "dev.latchkey.tokenstore.";

    static List<ShippedModule> all() {
        Path repository = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> folders = Files.list(repository)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("sdk-"))
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .map(ShippedModule::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ShippedModule read(Path directory) {
        Path descriptor = directory.resolve("target/classes/module-info.class");
        try (InputStream in = Files.newInputStream(descriptor)) {
            return new ShippedModule(ModuleDescriptor.read(in), directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Compile it first, and let the examples depend on it: " + directory, e);
        }
    }

    /** The name of the module, which is also the root of its packages. */
    String name() {
        return descriptor.name();
    }

    boolean isVendor() {
        return !name().equals(CORE) && !name().startsWith(FAKE) && !isTokenStore();
    }

    boolean isTokenStore() {
        return name().startsWith(TOKEN_STORES);
    }

    Path classes() {
        return directory.resolve("target/classes");
    }

    Path sources() {
        return directory.resolve("src/main/java");
    }

    static List<Path> files(Path root, String suffix) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
