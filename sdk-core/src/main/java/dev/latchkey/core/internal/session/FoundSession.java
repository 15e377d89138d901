package dev.latchkey.core.internal.session;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.call.HeaderValues;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.UnreadableSessionException;
import dev.latchkey.core.vendor.AuthScheme;
import org.jspecify.annotations.Nullable;

/** What a store returns. It may be damaged or somebody else's: what no session would have stored is not used. */
final class FoundSession {
    /** No session counts that far; beyond it the next number would be none. */
    private static final long HIGHEST = Long.MAX_VALUE / 2;

    private FoundSession() {}

    /**
     * Refuses what cannot be used.
     *
     * @param found in the store
     * @param key whose session it has to be
     * @param scheme puts its tokens on the wire
     * @return the same session
     * @throws UnreadableSessionException if it is of another key or no session would have stored it
     */
    static StoredSession checked(StoredSession found, SessionKey key, AuthScheme scheme)
            throws UnreadableSessionException {
        if (!found.key().equals(key)) {
            throw UnreadableSessionException.corrupt("it is one of another key");
        }
        if (!isCounted(found.generation()) || !isCounted(found.version())) {
            throw UnreadableSessionException.corrupt("no session counts as it does");
        }
        Tokens tokens = found.tokens();
        if (tokens != null && !isSendable(tokens, scheme)) {
            throw UnreadableSessionException.corrupt("its tokens cannot be sent");
        }
        return found;
    }

    /** Whether nobody has logged in or out yet; notes on logins may be there already. */
    static boolean isNone(@Nullable StoredSession found) {
        return found == null || (found.tokens() == null && !found.isLoggedOut());
    }

    private static boolean isCounted(long number) {
        return number >= 0 && number <= HIGHEST;
    }

    private static boolean isSendable(Tokens tokens, AuthScheme scheme) {
        String refreshToken = tokens.refreshToken();
        try {
            if (refreshToken != null) {
                HeaderValues.check("The refresh token", refreshToken);
            }
            Authorization unused = new Authorization(scheme, tokens);
            return refreshToken == null || !refreshToken.isEmpty();
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
