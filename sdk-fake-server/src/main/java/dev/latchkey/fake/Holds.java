package dev.latchkey.fake;

import dev.latchkey.fake.internal.Endpoint;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The holds of a fake at one place of a request's way. */
final class Holds {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    Hold add(Endpoint endpoint) {
        Hold hold = new Hold(endpoint.toString(), () -> entries.removeIf(entry -> entry.hold.isReleased()));
        entries.add(new Entry(endpoint, hold));
        return hold;
    }

    void pass(@Nullable Endpoint endpoint) throws InterruptedException {
        for (Entry entry : entries) {
            if (entry.endpoint.equals(endpoint)) {
                entry.hold.pass();
            }
        }
    }

    void releaseAll() {
        entries.forEach(entry -> entry.hold.release());
    }

    private record Entry(Endpoint endpoint, Hold hold) {}
}
