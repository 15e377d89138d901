package dev.latchkey.fake.connectware;

import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logins, of one step or two. To be used with the fake's state to oneself. */
final class Logins {
    private final Connectware state;
    private final Map<String, Challenge> challenges = new HashMap<>();

    Logins(Connectware state) {
        this.state = state;
    }

    void clear() {
        challenges.clear();
    }

    /** The answer to the right password: a token, or what the second step wants to see. */
    Map<String, @Nullable Object> begin(User user, Duration lifetime, @Nullable String label) {
        if (!user.mfa.isEnrolled()) {
            return loggedIn(user, lifetime, label);
        }
        state.secondFactor.checkFirstStep(user);
        Instant now = state.clock.instant();
        challenges.values().removeIf(challenge -> challenge.isOver(now));
        String secret = state.texts.challenge();
        Instant expires = now.plus(state.settings.mfa().challengeLifetime());
        challenges.put(Sha256.hex(secret), new Challenge(user.id, expires, lifetime, label));
        return Json.object("needsMfa", true, "secret", secret, "enforceMFAEnrollment", user.enforceMfaEnrollment);
    }

    /** The answer to the second step; its secret stays good if the code is wrong. */
    Map<String, @Nullable Object> finish(Body body) {
        String username = body.text("username");
        String key = Sha256.hex(body.text("secret"));
        Challenge challenge = challenges.get(key);
        User user = challenge == null ? null : state.directory.user(challenge.userId());
        if (challenge == null
                || user == null
                || !user.username.equals(username)
                || !user.mfa.isEnrolled()
                || challenge.isOver(state.clock.instant())) {
            throw Problem.unauthorized("The secret is not one that this user was given for the second step");
        }
        state.secondFactor.check(user, body);
        challenges.remove(key);
        return loggedIn(user, challenge.lifetime(), challenge.label());
    }

    private Map<String, @Nullable Object> loggedIn(User user, Duration lifetime, @Nullable String label) {
        IssuedToken token = state.tokens.issue(user, lifetime, label);
        return Json.object(
                "token", token.token(),
                "expiresAt", Views.date(token.expiresAt()),
                "permissions", Views.permissions(state.directory.permissionsOf(user)),
                "needsMfa", false,
                "enforceMFAEnrollment", user.enforceMfaEnrollment);
    }

    private record Challenge(
            String userId,
            Instant expires,
            Duration lifetime,
            @Nullable String label) {
        boolean isOver(Instant now) {
            return !now.isBefore(expires);
        }
    }
}
