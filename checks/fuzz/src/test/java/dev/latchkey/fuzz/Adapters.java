package dev.latchkey.fuzz;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiCall;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.webitel.WebitelClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every adapter that a shipped class keeps in a constant, by the name of that constant. */
final class Adapters {
    static final SortedMap<String, JsonAdapter<Object>> ALL = all();

    private Adapters() {}

    /** The adapter of a name; any other text stands for some adapter. */
    static JsonAdapter<Object> named(String name) {
        JsonAdapter<Object> adapter = ALL.get(name);
        List<String> names = List.copyOf(ALL.keySet());
        return adapter != null ? adapter : ALL.get(names.get(Math.floorMod(name.hashCode(), names.size())));
    }

    private static SortedMap<String, JsonAdapter<Object>> all() {
        SortedMap<String, JsonAdapter<Object>> adapters = new TreeMap<>();
        List.of(
                        ApiCall.class,
                        ControlByWebClient.class,
                        ConnectwareClient.class,
                        WebitelClient.class,
                        DeviceHiveClient.class)
                .forEach(one -> classesBeside(one).forEach(name -> collect(name, adapters)));
        return adapters;
    }

    private static List<String> classesBeside(Class<?> one) {
        try {
            URI place = one.getProtectionDomain().getCodeSource().getLocation().toURI();
            if (Files.isDirectory(Path.of(place))) {
                return classesBelow(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
                return classesBelow(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> classesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("-info"))
                    .map(file -> file.replace('/', '.').replaceFirst("\\.class$", ""))
                    .toList();
        }
    }

    @SuppressWarnings("unchecked") // what an adapter reads is only ever given to itself
    private static void collect(String className, Map<String, JsonAdapter<Object>> adapters) {
        try {
            Class<?> type = Class.forName(className);
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && JsonAdapter.class.isAssignableFrom(field.getType())) {
                    field.setAccessible(true);
                    adapters.put(
                            className.replaceFirst("^dev\\.latchkey\\.", "") + "." + field.getName(),
                            (JsonAdapter<Object>) field.get(null));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
