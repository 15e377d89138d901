package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.vendor.TokenService;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs out tokens that a login has replaced, once no call can carry them any more. Best effort: what cannot be logged out
 * ends by itself.
 */
final class ReplacedTokens {
    private static final Logger LOG = LoggerFactory.getLogger(ReplacedTokens.class);

    private final TokenService service;
    private final boolean wanted;
    private final Duration longestCall;
    private final SessionThreads threads;
    private final TimeSource time;
    /** Whoever logs them out takes them out of their box, so that a timer that is still to come keeps none alive. */
    private final Set<AtomicReference<@Nullable LiveTokens>> waiting = ConcurrentHashMap.newKeySet();

    ReplacedTokens(SessionSettings settings, TokenService service, SessionThreads threads) {
        this.service = service;
        this.wanted = service.keepsReplacedTokens() && !settings.storeIsGiven();
        this.longestCall = settings.callTimeout();
        this.threads = threads;
        this.time = settings.time();
    }

    /** New tokens have taken the place of these. */
    void replaced(LiveTokens old) {
        boolean outlivesItsCalls = old.isUsable(time.nanoTime() + longestCall.toNanos());
        if (!wanted || !outlivesItsCalls) {
            return;
        }
        AtomicReference<@Nullable LiveTokens> box = new AtomicReference<>(old);
        waiting.add(box);
        try {
            Future<?> unused = threads.later(longestCall, () -> logOut(box));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            waiting.remove(box);
        }
    }

    /** The session ends: nobody is to carry them any more. Blocks. */
    void logOutAll() {
        waiting.forEach(this::logOut);
    }

    private void logOut(AtomicReference<@Nullable LiveTokens> box) {
        waiting.remove(box);
        LiveTokens old = box.getAndSet(null);
        if (old != null) {
            logOutNow(old);
        }
    }

    /** The client is closed; they end by themselves. */
    void forget() {
        waiting.clear();
    }

    /** Best effort, too. Blocks. */
    void logOutNow(LiveTokens old) {
        try {
            LOG.debug("replaced tokens logged out, {}", service.logout(old.tokens()));
        } catch (RuntimeException e) {
            LOG.debug("replaced tokens not logged out ({})", e.getClass().getName());
        }
    }
}
