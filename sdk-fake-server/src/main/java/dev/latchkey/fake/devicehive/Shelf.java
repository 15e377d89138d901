package dev.latchkey.fake.devicehive;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What devices are in: all networks, or all device types. To be used with the fake's state to oneself. */
final class Shelf {
    private final String kind;
    private final ToLongFunction<FakeDevice> place;
    private final TreeMap<Long, Named> items = new TreeMap<>();
    private long nextId = 1;

    /**
     * An empty one.
     *
     * @param kind what the server calls such a thing
     * @param place the number of the one that a device is in
     */
    Shelf(String kind, ToLongFunction<FakeDevice> place) {
        this.kind = kind;
        this.place = place;
    }

    String kind() {
        return kind;
    }

    /** What the server's database calls it. */
    String column() {
        return kind.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    void clear() {
        items.clear();
        nextId = 1;
    }

    void put(Named item) {
        items.put(item.id(), item);
        nextId = Math.max(nextId, item.id() + 1);
    }

    void remove(long id) {
        items.remove(id);
    }

    /** Numbers are not given twice. */
    long nextId() {
        return nextId;
    }

    Collection<Named> all() {
        return items.values();
    }

    @Nullable
    Named find(long id) {
        return items.get(id);
    }

    Named require(long id) {
        Named found = items.get(id);
        if (found == null) {
            throw Errors.notFound(kind, id);
        }
        return found;
    }

    boolean holds(FakeDevice device, long id) {
        return place.applyAsLong(device) == id;
    }
}
