package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.Tokens;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a session: a tombstone in the store first, so that nobody who shares it goes on, then the server. What the server
 * says changes how far the logout reached, not whether it happened.
 */
final class Logout {
    private final SessionSettings settings;
    private final TokenService service;
    private final SavedSession saved;
    private final HeldFactory helds;
    private final ReplacedTokens replaced;
    private final AfterLogout after;

    Logout(
            SessionSettings settings,
            TokenService service,
            SavedSession saved,
            HeldFactory helds,
            ReplacedTokens replaced,
            AfterLogout after) {
        this.settings = settings;
        this.service = service;
        this.saved = saved;
        this.helds = helds;
        this.replaced = replaced;
        this.after = after;
    }

    /**
     * What a logout did.
     *
     * @param result how far it reached
     * @param generation of the tombstone
     */
    record Done(LogoutResult result, long generation) {}

    private record Buried(@Nullable Held latest, long generation) {}

    Done run(Snapshot before, @Nullable Held late, long generation) {
        Buried buried;
        try {
            buried = saved.exclusively(section -> bury(before, late, generation, section));
        } catch (IOException busy) {
            Held known = late == null ? before.held() : late;
            notBuried(before, known);
            buried = new Buried(known, generation);
        }
        Held latest = buried.latest();
        LogoutResult result = latest == null ? LogoutResult.LOCAL_ONLY : revoke(latest);
        replaced.logOutAll();
        return new Done(result, buried.generation());
    }

    private Buried bury(Snapshot before, @Nullable Held late, long generation, StoreSection section) {
        StoredSession stored = section.load();
        Held known = late == null ? before.held() : late;
        Held newer = helds.adopt(stored, known == null ? before : Snapshot.active(known, known.staleAt()));
        Held latest = newer == null ? known : newer;
        long version = latest == null ? before.version() : latest.session().version();
        long tombstone = generation;
        if (stored != null) {
            // Beneath a tombstone that is there already, those whom it stops would go on.
            version = Math.max(version, stored.version());
            tombstone = Math.max(tombstone, stored.isLoggedOut() ? stored.generation() : stored.generation() + 1);
        }
        boolean done = section.save(new StoredSession(
                settings.key(), tombstone, version, null, settings.time().now(), null, null, null));
        if (done) {
            after.buried();
        } else {
            notBuried(before, latest);
        }
        return new Buried(latest, tombstone);
    }

    private void notBuried(Snapshot before, @Nullable Held latest) {
        after.notBuried(
                latest == null ? before.generation() : latest.session().generation(),
                latest == null ? before.version() : latest.session().version());
    }

    private LogoutResult revoke(Held held) {
        Tokens tokens = held.tokens();
        boolean dead = !held.isUsable(settings.time().nanoTime());
        try {
            if (!dead || !service.logoutNeedsLiveToken()) {
                try {
                    return service.logout(tokens);
                } catch (UnauthorizedException e) {
                    if (tokens.refreshToken() == null) {
                        return LogoutResult.SERVER;
                    }
                }
            }
            return tokens.refreshToken() == null
                    ? LogoutResult.SERVER
                    : service.logout(service.refresh(tokens.refreshToken()).tokens());
        } catch (ApiException e) {
            // A refused refresh token means that the server had ended the session before us.
            return service.rejects(e) ? LogoutResult.SERVER : LogoutResult.LOCAL_ONLY;
        } catch (RuntimeException | Error e) {
            return LogoutResult.LOCAL_ONLY;
        }
    }
}
