package dev.latchkey.core.internal.session;

import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.vendor.TokenGrant;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long tokens live. Clocks and servers lie; what is not credible counts as not known. */
final class Lifetimes {
    /** Beyond this a lifetime is a mistake or a way to say "for ever". */
    static final Duration LONGEST = Duration.ofDays(3650);

    /** Where the server tells no time, our clock may be wrong by more than what it leaves of a token: no knowledge. */
    private static final Duration UNCHECKED_AT_LEAST = Duration.ofMinutes(5);

    private static final Duration STALE_AT_MOST = Duration.ofMinutes(5);
    private static final int STALE_SHARE = 5;

    private Lifetimes() {}

    /**
     * The lifetime from the moment before the token was asked for.
     *
     * @param grant the server's answer
     * @param answeredAt this machine's wall clock when the answer was there
     * @param took how long the answer took, by the monotonic clock
     * @return the lifetime, or null if the token is to be used until it is refused
     */
    static @Nullable Duration of(TokenGrant grant, Instant answeredAt, Duration took) {
        if (grant.lifetime() != null) {
            return credible(grant.lifetime());
        }
        if (grant.expiresAt() == null) {
            return null;
        }
        Duration byOurClock = Duration.between(answeredAt, grant.expiresAt()).plus(took);
        if (grant.serverTime() == null) {
            return byOurClock.compareTo(UNCHECKED_AT_LEAST) < 0 ? null : credible(byOurClock);
        }
        // A Date header has whole seconds and is as old as the way back at most.
        Duration uncertainty = took.plusSeconds(1);
        Duration offset = Duration.between(answeredAt, grant.serverTime());
        if (offset.abs().compareTo(uncertainty) <= 0) {
            return credible(byOurClock);
        }
        return credible(Duration.between(grant.serverTime(), grant.expiresAt()).minusSeconds(1));
    }

    /**
     * What is left of a stored session's lifetime.
     *
     * @param session with tokens
     * @param now this machine's wall clock
     * @return the rest, zero if it is over, or null if it is not known
     */
    static @Nullable Duration left(StoredSession session, Instant now) {
        Duration lifetime = session.lifetime() == null ? null : credible(session.lifetime());
        if (lifetime == null) {
            return null;
        }
        Duration age = Duration.between(session.obtainedAt(), now);
        if (age.isNegative()) {
            return lifetime; // A clock that was set back must not make a token younger than new.
        }
        return age.compareTo(lifetime) < 0 ? lifetime.minus(age) : Duration.ZERO;
    }

    /**
     * Whether a token's life is over by the wall clock, which unlike a monotonic one goes on while a device sleeps.
     *
     * @param session with tokens
     * @param now this machine's wall clock
     * @return false if it lives or nobody knows
     */
    static boolean isOver(StoredSession session, Instant now) {
        Duration left = left(session, now);
        return left != null && left.isZero();
    }

    /**
     * How long before its end a token counts as stale.
     *
     * @param lifetime of the token
     * @param jitter 0 to 1, so that many clients do not renew at one moment
     * @return the last 5 minutes or 20 % of its life, whichever is shorter, less up to a quarter of it
     */
    static Duration staleMargin(Duration lifetime, double jitter) {
        Duration share = Duration.ofNanos(lifetime.toNanos() / STALE_SHARE);
        Duration margin = share.compareTo(STALE_AT_MOST) < 0 ? share : STALE_AT_MOST;
        return margin.minusNanos((long) (margin.toNanos() * jitter / 4));
    }

    private static @Nullable Duration credible(Duration lifetime) {
        boolean usable = lifetime.compareTo(Duration.ZERO) > 0 && lifetime.compareTo(LONGEST) <= 0;
        return usable ? lifetime : null;
    }
}
