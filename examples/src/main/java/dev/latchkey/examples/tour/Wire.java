package dev.latchkey.examples.tour;

import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a fake has seen since it was asked last. */
final class Wire {
    private final FakeServer fake;
    private int seen;

    Wire(FakeServer fake) {
        this.fake = fake;
    }

    /** Tells the requests, like ones counted together, and returns them. */
    List<JournalEntry> tell(Story story) {
        List<JournalEntry> all = fake.journal().requests();
        List<JournalEntry> recent = all.subList(seen, all.size());
        seen = all.size();
        Map<String, Integer> counts = new LinkedHashMap<>();
        recent.forEach(entry -> counts.merge(describe(entry), 1, Integer::sum));
        counts.forEach((line, count) -> story.wire((count == 1 ? "" : count + " x ") + line));
        return recent;
    }

    private static String describe(JournalEntry entry) {
        return entry.method() + " " + entry.path() + " -> " + entry.status();
    }
}
