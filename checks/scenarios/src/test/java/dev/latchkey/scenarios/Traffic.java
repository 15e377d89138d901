package dev.latchkey.scenarios;

import dev.latchkey.fake.Journal;
import dev.latchkey.fake.JournalEntry;

/** What a fake has seen since {@link #restart}: requests for tokens, and reading calls that it refused. */
final class Traffic {
    private final Subject subject;
    private final Journal journal;
    private final Subject.Endpoint calls;

    Traffic(Subject subject) {
        this.subject = subject;
        this.journal = subject.fake().journal();
        this.calls = subject.protectedEndpoint();
    }

    void restart() {
        journal.clear();
    }

    int tokenRequests() {
        return (int) journal.requests().stream().filter(this::isForTokens).count();
    }

    int refusals() {
        return (int) journal.requests(calls.method(), calls.path()).stream()
                .filter(call -> Integer.valueOf(401).equals(call.status()))
                .count();
    }

    /** How many refusals rotation itself may cause: a renewal in the background kills the token of each call on its way. */
    int refusalsByRotation(int devices) {
        return subject.rotates() ? devices * tokenRequests() : 0;
    }

    private boolean isForTokens(JournalEntry request) {
        String path = request.path();
        return path.equals(subject.login().path())
                || path.equals(subject.renewal().path());
    }
}
