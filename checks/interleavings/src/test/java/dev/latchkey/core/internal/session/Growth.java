package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;

/** Looks at a client's state again and again: it only ever goes forward. */
final class Growth implements OneStep {
    private final SessionEngine engine;
    private final Violations violations;
    private Snapshot seen = Snapshot.initial();

    Growth(SessionEngine engine, Violations violations) {
        this.engine = engine;
        this.violations = violations;
    }

    void look() {
        Snapshot now = engine.snapshot();
        violations.addIf(now.generation() < seen.generation(), "the generation went back");
        violations.addIf(now.version() < seen.version(), "the version went back");
        violations.addIf(
                seen.state() == SessionState.CLOSED && now.state() != SessionState.CLOSED, "a closed client came back");
        seen = now;
    }
}
