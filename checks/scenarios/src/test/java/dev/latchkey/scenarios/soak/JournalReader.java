package dev.latchkey.scenarios.soak;

import dev.latchkey.fake.Journal;
import dev.latchkey.fake.JournalEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands out each entry of a journal once, when it is finished. The journal forgets, so read often. For one thread. */
final class JournalReader {
    private final Journal journal;
    private final Set<Long> read = new HashSet<>();

    JournalReader(Journal journal) {
        this.journal = journal;
    }

    List<JournalEntry> news() {
        List<JournalEntry> kept = journal.requests();
        List<JournalEntry> news = kept.stream()
                .filter(JournalEntry::isFinished)
                .filter(entry -> read.add(entry.number()))
                .toList();
        read.retainAll(kept.stream().map(JournalEntry::number).collect(Collectors.toSet()));
        return news;
    }
}
