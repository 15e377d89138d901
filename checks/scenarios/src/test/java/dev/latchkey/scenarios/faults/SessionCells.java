package dev.latchkey.scenarios.faults;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.scenarios.Subject;
import java.util.Map;
import java.util.Set;

/** What is to become of who needs a token while the token endpoint fails. */
final class SessionCells {
    /**
     * The statuses by which a vendor says that a password or a refresh token is wrong, if its words are a message alone, as those of
     * the faults are. The others want a code of theirs.
     */
    private static final Map<String, Set<Integer>> REJECTIONS = Map.of("webitel", Set.of(401, 404));

    private SessionCells() {}

    static Set<Class<?>> of(String vendor, Subject subject, Situation situation, FaultCase fault, Hits hits) {
        if (situation == Situation.LOGOUT_AFTER_EXPIRY) {
            return Set.of(Value.class);
        }
        if (fault.keepsWaiting()) {
            // A call and the renewal that it waits for have the same limit here; either may be over first.
            return Set.of(CallTimeoutException.class, RenewalFailedException.class);
        }
        if (fault.is(Trait.CUT_OFF)) {
            return Set.of(Value.class, RenewalFailedException.class);
        }
        if (fault.is(Trait.HARMLESS) || (fault.is(Trait.NOT_PROCESSED) && hits == Hits.ONCE)) {
            return Set.of(Value.class);
        }
        if (fault.is(Trait.FROM_A_FRONT)) {
            // Who takes it for the server's own word is not told to: both are allowed.
            return Set.of(RenewalFailedException.class, SessionExpiredException.class, Value.class);
        }
        if (!REJECTIONS.getOrDefault(vendor, Set.of()).contains(fault.refusal())) {
            return Set.of(RenewalFailedException.class);
        }
        return Set.of(logsInInstead(subject, situation, hits) ? Value.class : SessionExpiredException.class);
    }

    /** A refresh token that is refused is followed by a login, which meets the same fault only at the same endpoint. */
    private static boolean logsInInstead(Subject subject, Situation situation, Hits hits) {
        boolean refreshed = situation.isLoggedIn() && subject.refreshes();
        return refreshed && (hits == Hits.ONCE || !subject.login().equals(subject.renewal()));
    }
}
