package dev.latchkey.benchmarks.load.subject;

import dev.latchkey.benchmarks.load.subject.TokenRequests.Issued;

/** The token that requests are sent with. */
final class CurrentToken {
    private volatile Issued issued;

    CurrentToken(Issued first) {
        issued = first;
    }

    Issued get() {
        return issued;
    }

    void set(Issued next) {
        issued = next;
    }
}
