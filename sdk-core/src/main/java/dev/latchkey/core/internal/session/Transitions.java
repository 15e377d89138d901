package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import java.util.concurrent.ThreadLocalRandom;

/** What the outcome of a flight makes of a session's state. Not thread-safe; guarded by the lock of the flights. */
final class Transitions {
    private final RenewalPause pause;

    Transitions(RenewalPause pause) {
        this.pause = pause;
    }

    Snapshot after(Flight flown, Outcome outcome, Snapshot current, long now) {
        Held held = outcome.held();
        if (held != null) {
            if (flown.saving() == null && !flown.isRestoring()) {
                pause.end();
            }
            return Snapshot.active(held, held.staleAt());
        }
        Trouble trouble = outcome.trouble();
        boolean changesNothing =
                flown.kind() == Flight.Kind.LOGIN || (flown.isRestoring() && outcome.generation() == 0);
        return trouble == null || changesNothing ? current : afterTrouble(flown, outcome, trouble, current, now);
    }

    private Snapshot afterTrouble(Flight flown, Outcome outcome, Trouble trouble, Snapshot current, long now) {
        if (outcome.generation() > 0) {
            return current.ended(SessionState.LOGGED_OUT, outcome.generation(), trouble);
        }
        pause.begin(
                trouble,
                flown.isBackground(),
                flown.startedAt(),
                now,
                ThreadLocalRandom.current().nextDouble());
        if (trouble.kind() == Trouble.Kind.EXPIRED) {
            return current.ended(SessionState.EXPIRED, current.generation(), trouble);
        }
        Held held = current.held();
        return held == null ? current : Snapshot.active(held, sooner(held.endsAt(), pause.until()));
    }

    private static long sooner(long a, long b) {
        return a - b < 0 ? a : b;
    }
}
