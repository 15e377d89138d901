package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.StoredSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login that the user made while the store was away: it follows on nothing that the store has. Once the store is back, the
 * later one of the two counts, whatever their numbers say: neither an old logout nor an old session undoes a newer login.
 */
final class LateLogin {
    private LateLogin() {}

    /** The state to compare with what the store has: after this login was saved there, or as if there had been none. */
    static Snapshot beside(@Nullable StoredSession stored, Snapshot mine, StoreSection section) {
        LiveTokens held = mine.tokens();
        if (held == null || !isLate(held) || section.outage() != null) {
            return mine;
        }
        LiveTokens followed = following(stored, held, section);
        return followed == null ? Snapshot.initial() : Snapshot.active(followed, followed.staleAt());
    }

    static boolean isLate(LiveTokens held) {
        return !held.saved() && held.loggedInAt() != null;
    }

    /** The login, saved as the next version of what the store has; null if that was saved later. */
    static @Nullable LiveTokens following(@Nullable StoredSession stored, LiveTokens late, StoreSection section) {
        Instant loggedInAt = late.loggedInAt();
        if (stored != null && loggedInAt != null && stored.obtainedAt().isAfter(loggedInAt)) {
            return null;
        }
        return TokenRequests.saveAgain(
                stored == null || FoundSession.isNone(stored) ? late : after(stored, late), section);
    }

    private static LiveTokens after(StoredSession stored, LiveTokens late) {
        StoredSession own = late.session();
        Tokens tokens = late.tokens();
        StoredSession next = new StoredSession(
                own.key(),
                Math.max(own.generation(), stored.generation() + 1),
                stored.version() + 1,
                tokens,
                own.obtainedAt(),
                own.lifetime(),
                own.profile(),
                own.renewingSince());
        return late.as(next);
    }
}
