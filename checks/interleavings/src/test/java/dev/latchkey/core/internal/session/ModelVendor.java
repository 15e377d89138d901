package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.LoginAttempt;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.Tokens;
import java.time.Duration;

/** A vendor that rotates: one pair is alive, and a refresh or a login kills it for the next. */
final class ModelVendor implements TokenService {
    static final Duration LIFETIME = Duration.ofHours(1);

    private final Book book = new Book();
    private final ModelTime time;

    ModelVendor(ModelTime time) {
        this.time = time;
    }

    @Override
    public TokenGrant login(LoginAttempt attempt) {
        book.arrive();
        int number = book.issue(time.nanoTime());
        book.leave();
        return grant(number);
    }

    @Override
    public TokenGrant refresh(String refreshToken) {
        book.arrive();
        int number = book.rotate(number(refreshToken), time.nanoTime());
        book.leave();
        if (number == 0) {
            throw refusal();
        }
        return grant(number);
    }

    @Override
    public LogoutResult logout(Tokens tokens) {
        if (!book.end(number(tokens.accessToken()))) {
            throw refusal();
        }
        return LogoutResult.SERVER;
    }

    /** Whether a call with this token succeeds. */
    boolean accepts(Authorization authorization) {
        String header = authorization.values().iterator().next();
        return book.accepts(number(header), time.nanoTime());
    }

    Book book() {
        return book;
    }

    @Override
    public boolean logoutNeedsLiveToken() {
        return true;
    }

    @Override
    public boolean rejects(ApiException failure) {
        return failure instanceof UnauthorizedException;
    }

    static int number(String token) {
        return Integer.parseInt(token.substring(token.lastIndexOf('.') + 1));
    }

    private static TokenGrant grant(int number) {
        Tokens tokens = new Tokens("access.LEAK7Q4Z." + number, "refresh.LEAK7Q4Z." + number, null);
        return TokenGrant.lasting(tokens, LIFETIME, null);
    }

    private static UnauthorizedException refusal() {
        return new UnauthorizedException(new Failure("POST", "/token", 401, "refused", null, null, null, null), null);
    }

    /** What the vendor knows. Pairs have numbers. */
    static final class Book implements OneStep {
        private int issued;
        private int alive;
        private boolean accessAlive;
        private long issuedAt;
        private int refreshes;
        private long presented;
        private int presentedTwice;
        private int inside;
        private int mostInside;

        void arrive() {
            inside++;
            mostInside = Math.max(mostInside, inside);
        }

        void leave() {
            inside--;
        }

        int issue(long now) {
            issued++;
            alive = issued;
            accessAlive = true;
            issuedAt = now;
            return alive;
        }

        /** The new pair, or 0 if the refresh token is dead. */
        int rotate(int spent, long now) {
            refreshes++;
            long bit = 1L << spent;
            presentedTwice = (presented & bit) == 0 ? presentedTwice : spent;
            presented |= bit;
            return spent == alive ? issue(now) : 0;
        }

        boolean end(int number) {
            boolean ended = number == alive && accessAlive;
            alive = ended ? 0 : alive;
            return ended;
        }

        boolean accepts(int number, long now) {
            return number == alive && accessAlive && now - issuedAt < LIFETIME.toNanos();
        }

        /** Kills the access token alone, as an administrator may. */
        void revokeAccess() {
            accessAlive = false;
        }

        /** The pair that is alive, 0 without any. */
        int alive() {
            return alive;
        }

        int issued() {
            return issued;
        }

        int refreshes() {
            return refreshes;
        }

        /** A refresh token that came twice, 0 without any. */
        int presentedTwice() {
            return presentedTwice;
        }

        /** How many token requests there were at a time. */
        int mostInside() {
            return mostInside;
        }
    }
}
