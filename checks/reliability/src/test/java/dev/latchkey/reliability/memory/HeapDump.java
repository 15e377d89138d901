package dev.latchkey.reliability.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A heap dump in the format of HotSpot ("JAVA PROFILE 1.0.2"), as a graph of objects. */
final class HeapDump {
    private static final int OBJECT = 2;
    private static final int CHAR = 5;
    private static final int BYTE = 8;
    /** By the number of a type, in bytes; references as on a 64-bit machine. */
    private static final int[] SIZES = {0, 0, 8, 0, 1, 2, 4, 8, 1, 2, 4, 8};

    private enum Kind {
        CLASS,
        INSTANCE,
        ARRAY,
        TEXT
    }

    private record Field(String name, int type) {}

    /** Statics are edges of the class itself. */
    private record Type(String name, long parent, List<Field> fields, Map<String, Long> statics) {}

    /** Where the content of an object is; its class, if it is an instance. */
    private record Place(Kind kind, long type, int at, int bytes) {}

    /** How an object was found first. */
    private record Step(long from, String by) {}

    private final ByteBuffer dump;
    private final Map<Long, String> strings = new HashMap<>();
    private final Map<Long, Long> classNames = new HashMap<>();
    private final Map<Long, Type> types = new HashMap<>();
    private final Map<Long, Place> objects = new HashMap<>();
    private final Map<Long, String> roots = new LinkedHashMap<>();

    private HeapDump(ByteBuffer dump) {
        this.dump = dump;
    }

    static HeapDump read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            HeapDump dump = new HeapDump(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            dump.index();
            return dump;
        }
    }

    int objects() {
        return objects.size();
    }

    /**
     * The texts that hold a marker and can be reached from the program, with the way to each.
     *
     * @param excused names of classes through which no way leads
     */
    Map<String, String> reachable(String marker, Predicate<String> excused) {
        Map<Long, Step> found = walk(excused);
        Map<String, String> texts = new LinkedHashMap<>();
        objects.forEach((id, place) -> {
            String text = place.kind() == Kind.TEXT && found.containsKey(id) ? text(place, marker) : null;
            if (text != null) {
                texts.put(text, way(id, found));
            }
        });
        return texts;
    }

    private Map<Long, Step> walk(Predicate<String> excused) {
        Map<Long, Step> found = new HashMap<>();
        Deque<Long> next = new ArrayDeque<>();
        roots.forEach((id, why) -> enter(id, new Step(0, why), found, next, excused));
        while (!next.isEmpty()) {
            long id = next.remove();
            edges(id).forEach((name, to) -> enter(to, new Step(id, name), found, next, excused));
        }
        return found;
    }

    private void enter(long id, Step step, Map<Long, Step> found, Deque<Long> next, Predicate<String> excused) {
        Place place = objects.get(id);
        if (place != null && !found.containsKey(id) && !excused.test(name(id))) {
            found.put(id, step);
            if (place.kind() != Kind.TEXT) {
                next.add(id);
            }
        }
    }

    private Map<String, Long> edges(long id) {
        Place place = Objects.requireNonNull(objects.get(id));
        Map<String, Long> edges = new LinkedHashMap<>();
        if (place.kind() == Kind.CLASS) {
            Type type = Objects.requireNonNull(types.get(id));
            edges.putAll(type.statics());
            edges.put("superclass", type.parent());
        } else if (place.kind() == Kind.ARRAY) {
            for (int i = 0; i < place.bytes(); i += Long.BYTES) {
                edges.put("[" + i / Long.BYTES + "]", dump.getLong(place.at() + i));
            }
        } else {
            int at = place.at();
            for (Type type = types.get(place.type()); type != null; type = types.get(type.parent())) {
                for (Field field : type.fields()) {
                    if (field.type() == OBJECT && !isWeak(place, field)) {
                        edges.put(field.name(), dump.getLong(at));
                    }
                    at += SIZES[field.type()];
                }
            }
            edges.put("class", place.type());
        }
        return edges;
    }

    /** The collector takes what only such a reference leads to. */
    private boolean isWeak(Place place, Field field) {
        if (!field.name().equals("referent")) {
            return false;
        }
        Set<String> parents = new HashSet<>();
        for (Type type = types.get(place.type()); type != null; type = types.get(type.parent())) {
            parents.add(type.name());
        }
        return parents.contains("java/lang/ref/Reference") && !parents.contains("java/lang/ref/SoftReference");
    }

    /** The text around the marker, whose letters may have one byte each or two; null if there is none. */
    private @Nullable String text(Place place, String marker) {
        byte[] bytes = new byte[place.bytes()];
        dump.get(place.at(), bytes);
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String text = new String(bytes, charset);
            int at = text.indexOf(marker);
            if (at >= 0) {
                return text.substring(at, Math.min(text.length(), at + marker.length() + 2));
            }
        }
        return null;
    }

    private String way(long id, Map<Long, Step> found) {
        List<String> names = new ArrayList<>();
        for (long at = id; at != 0; ) {
            Step step = Objects.requireNonNull(found.get(at));
            names.add(0, step.by() + ": " + name(at));
            at = step.from();
        }
        return String.join("\n    ", names);
    }

    private String name(long id) {
        Place place = Objects.requireNonNull(objects.get(id));
        return switch (place.kind()) {
            case CLASS -> Objects.requireNonNull(types.get(id)).name() + " itself";
            case INSTANCE -> Objects.requireNonNull(types.get(place.type())).name();
            case ARRAY -> "an array";
            case TEXT -> "characters";
        };
    }

    private void index() {
        byte ofTheName;
        do {
            ofTheName = dump.get();
        } while (ofTheName != 0);
        if (dump.getInt() != Long.BYTES) {
            throw new IllegalStateException("Identifiers of another size than 8 bytes are not read.");
        }
        dump.getLong();
        while (dump.hasRemaining()) {
            int tag = dump.get();
            dump.getInt();
            int end = dump.getInt() + dump.position();
            switch (tag) {
                case 0x01 -> {
                    byte[] name = new byte[end - dump.position() - Long.BYTES];
                    long id = dump.getLong();
                    dump.get(name);
                    strings.put(id, new String(name, StandardCharsets.UTF_8));
                }
                case 0x02 -> {
                    dump.getInt();
                    long id = dump.getLong();
                    dump.getInt();
                    classNames.put(id, dump.getLong());
                }
                case 0x0C, 0x1C -> {
                    while (dump.position() < end) {
                        indexOne();
                    }
                }
                default -> {}
            }
            dump.position(end);
        }
    }

    private void indexOne() {
        int tag = dump.get() & 0xFF;
        long id = dump.getLong();
        switch (tag) {
            case 0xFF, 0x05, 0x07 -> roots.putIfAbsent(id, "the JVM");
            case 0x01 -> root(id, "JNI", 8);
            case 0x02 -> root(id, "a thread's native frame", 8);
            case 0x03 -> root(id, "a thread's local variable", 8);
            case 0x04, 0x06 -> root(id, "a thread's stack", 4);
            case 0x08 -> root(id, "a thread", 8);
            case 0x20 -> indexClass(id);
            case 0x21 -> {
                dump.getInt();
                long type = dump.getLong();
                content(id, Kind.INSTANCE, type, dump.getInt());
            }
            case 0x22 -> {
                dump.getInt();
                int length = dump.getInt();
                long type = dump.getLong();
                content(id, Kind.ARRAY, type, length * Long.BYTES);
            }
            case 0x23 -> {
                dump.getInt();
                int length = dump.getInt();
                int type = dump.get();
                if (type == BYTE || type == CHAR) {
                    content(id, Kind.TEXT, 0, length * SIZES[type]);
                } else {
                    skip(length * SIZES[type]);
                }
            }
            default -> throw new IllegalStateException("Unknown record " + tag);
        }
    }

    private void root(long id, String why, int more) {
        roots.putIfAbsent(id, why);
        skip(more);
    }

    private void content(long id, Kind kind, long type, int bytes) {
        objects.put(id, new Place(kind, type, dump.position(), bytes));
        skip(bytes);
    }

    private void indexClass(long id) {
        dump.getInt();
        long parent = dump.getLong();
        Map<String, Long> statics = new LinkedHashMap<>();
        statics.put("loader", dump.getLong());
        skip(4 * Long.BYTES + Integer.BYTES);
        for (int constants = dump.getShort() & 0xFFFF; constants > 0; constants--) {
            dump.getShort();
            skip(SIZES[dump.get()]);
        }
        for (int left = dump.getShort() & 0xFFFF; left > 0; left--) {
            String name = "static " + strings.get(dump.getLong());
            int type = dump.get();
            if (type == OBJECT) {
                statics.put(name, dump.getLong());
            } else {
                skip(SIZES[type]);
            }
        }
        List<Field> fields = new ArrayList<>();
        for (int left = dump.getShort() & 0xFFFF; left > 0; left--) {
            fields.add(new Field(String.valueOf(strings.get(dump.getLong())), dump.get()));
        }
        types.put(id, new Type(String.valueOf(strings.get(classNames.get(id))), parent, fields, statics));
        objects.put(id, new Place(Kind.CLASS, 0, 0, 0));
    }

    private void skip(int bytes) {
        dump.position(dump.position() + bytes);
    }
}
