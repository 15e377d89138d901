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
    private final LiveTokens.Factory live;
    private final ReplacedTokens replaced;
    private final Unsaved unsaved;

    Logout(
            SessionSettings settings,
            TokenService service,
            SavedSession saved,
            LiveTokens.Factory live,
            ReplacedTokens replaced,
            Unsaved unsaved) {
        this.settings = settings;
        this.service = service;
        this.saved = saved;
        this.live = live;
        this.replaced = replaced;
        this.unsaved = unsaved;
    }

    private record Buried(@Nullable LiveTokens latest, long generation) {}

    Outcome run(Job.LogOut job) {
        Snapshot before = job.before();
        LiveTokens late = job.interrupted().map(Work::late).orElse(null);
        LiveTokens known = late == null ? before.tokens() : late;
        long generation = before.generation() + 1;
        Buried buried;
        try {
            buried = saved.exclusively(section -> bury(before, known, generation, section));
        } catch (IOException busy) {
            unsaved.notBuried(before, known);
            buried = new Buried(known, generation);
        }
        LiveTokens latest = buried.latest();
        LogoutResult result = latest == null ? LogoutResult.LOCAL_ONLY : revoke(latest);
        replaced.logOutAll();
        return new Outcome.LoggedOut(result, buried.generation());
    }

    private Buried bury(Snapshot before, @Nullable LiveTokens known, long generation, StoreSection section) {
        StoredSession stored = section.load();
        LiveTokens newer = live.adopt(stored, known == null ? before : Snapshot.active(known));
        LiveTokens latest = newer == null ? known : newer;
        long version = latest == null ? before.version() : latest.session().version();
        long tombstone = generation;
        if (stored != null) {
            // Beneath a tombstone that is there already, those whom it stops would go on.
            version = Math.max(version, stored.version());
            tombstone = Math.max(tombstone, stored.isLoggedOut() ? stored.generation() : stored.generation() + 1);
        }
        if (section.save(Unsaved.tombstone(settings.key(), tombstone, version, settings.time()))) {
            unsaved.buried();
        } else {
            unsaved.notBuried(before, latest);
        }
        return new Buried(latest, tombstone);
    }

    private LogoutResult revoke(LiveTokens ended) {
        Tokens tokens = ended.tokens();
        boolean dead = !ended.isUsable(settings.time().nanoTime());
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
