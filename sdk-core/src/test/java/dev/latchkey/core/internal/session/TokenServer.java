package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.LoginAttempt;
import dev.latchkey.core.vendor.TokenGrant;
import dev.latchkey.core.vendor.TokenService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A vendor in memory, with rotation: a refresh kills the old pair. Can be held and made to fail. */
final class TokenServer implements TokenService {
    static final String PASSWORD = "correct horse";

    final AtomicInteger issued = new AtomicInteger();
    final AtomicInteger logins = new AtomicInteger();
    final AtomicInteger refreshes = new AtomicInteger();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final Set<String> aliveAccess = ConcurrentHashMap.newKeySet();
    final Set<String> aliveRefresh = ConcurrentHashMap.newKeySet();
    volatile @Nullable Duration lifetime = Duration.ofHours(1);
    /** By which an expiry is stated instead of a lifetime; null to state the lifetime. */
    volatile @Nullable InstantSource clock;

    volatile boolean issuesRefreshTokens = true;
    volatile boolean knowsRefreshTokens = true;
    volatile String endOfTokens = "";
    volatile boolean needsLiveTokenForLogout = true;
    volatile boolean keepsReplaced;
    volatile boolean asksForOneTimePassword;
    volatile boolean refusesOneTimePasswords;
    volatile boolean asksTwice;
    /** Judges one-time passwords; null if any will do. */
    volatile @Nullable Predicate<String> accepts;

    volatile @Nullable Supplier<? extends @Nullable RuntimeException> failure;
    volatile @Nullable String profile;

    private volatile @Nullable Semaphore gate;
    private volatile @Nullable Semaphore left;
    private final CountDownLatch arrived = new CountDownLatch(1);

    /** From now on each token request waits for {@link #release}. */
    void hold() {
        gate = new Semaphore(0);
    }

    /** What is waiting goes on waiting; what comes from now on passes. */
    void letThroughWhatComes() {
        Semaphore held = gate;
        gate = null;
        left = held;
    }

    boolean isHolding() {
        Semaphore held = gate;
        return held != null && held.hasQueuedThreads();
    }

    void awaitArrival() throws InterruptedException {
        if (!arrived.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("no token request came");
        }
    }

    void release() {
        Semaphore held = gate == null ? left : gate;
        gate = null;
        if (held != null) {
            held.release(1_000);
        }
    }

    void failWith(@Nullable Supplier<? extends @Nullable RuntimeException> next) {
        failure = next;
    }

    static ServerErrorException outage() {
        return new ServerErrorException(new Failure("POST", "/token", 503, "down", null, null, null, null), null, null);
    }

    static UnauthorizedException refusal() {
        return new UnauthorizedException(new Failure("POST", "/token", 401, "refused", null, null, null, null), null);
    }

    @Override
    public TokenGrant login(LoginAttempt attempt) {
        logins.incrementAndGet();
        requests.add("login " + attempt.credentials().username());
        pass();
        if (!attempt.credentials().password().equals(PASSWORD)) {
            throw refusal();
        }
        if (asksForOneTimePassword) {
            String code = attempt.oneTimePasswords().next();
            requests.add("code " + code);
            if (asksTwice) {
                requests.add("code " + attempt.oneTimePasswords().next());
            }
            Predicate<String> judge = accepts;
            if (refusesOneTimePasswords || (judge != null && !judge.test(code))) {
                throw new MfaRequiredException(
                        new Failure("POST", "/otp", 401, "code refused", null, null, null, null), null);
            }
        }
        return issue();
    }

    @Override
    public TokenGrant refresh(String refreshToken) {
        if (!knowsRefreshTokens) {
            throw new UnsupportedOperationException("no refresh tokens");
        }
        refreshes.incrementAndGet();
        requests.add("refresh " + refreshToken);
        pass();
        if (!aliveRefresh.remove(refreshToken)) {
            throw refusal();
        }
        aliveAccess.remove("a" + refreshToken.substring(1));
        return issue();
    }

    @Override
    public LogoutResult logout(Tokens tokens) {
        requests.add("logout " + tokens.accessToken());
        if (!aliveAccess.remove(tokens.accessToken())) {
            throw refusal();
        }
        aliveRefresh.remove("r" + tokens.accessToken().substring(1));
        return LogoutResult.SERVER;
    }

    @Override
    public boolean logoutNeedsLiveToken() {
        return needsLiveTokenForLogout;
    }

    @Override
    public boolean keepsReplacedTokens() {
        return keepsReplaced;
    }

    @Override
    public boolean rejects(ApiException thrown) {
        return thrown instanceof UnauthorizedException;
    }

    /** Revokes what is alive, as an administrator would. */
    void revokeAccess() {
        aliveAccess.clear();
    }

    private void pass() {
        arrived.countDown();
        Semaphore held = gate;
        if (held != null) {
            held.acquireUninterruptibly();
        }
        Supplier<? extends @Nullable RuntimeException> next = failure;
        RuntimeException thrown = next == null ? null : next.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private TokenGrant issue() {
        int number = issued.incrementAndGet();
        aliveAccess.add("a" + number);
        String refresh = issuesRefreshTokens ? "r" + number : null;
        if (refresh != null) {
            aliveRefresh.add(refresh);
        }
        Tokens tokens = new Tokens("a" + number + endOfTokens, refresh, null);
        InstantSource stating = clock;
        if (stating == null) {
            return TokenGrant.lasting(tokens, lifetime, profile);
        }
        Instant now = stating.instant();
        return TokenGrant.until(tokens, now.plus(Objects.requireNonNull(lifetime)), now, profile);
    }
}
