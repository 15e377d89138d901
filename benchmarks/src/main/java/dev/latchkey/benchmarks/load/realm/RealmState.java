package dev.latchkey.benchmarks.load.realm;

import dev.latchkey.benchmarks.server.Answer;
import dev.latchkey.benchmarks.server.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The server's side of one realm. For the server's thread. */
final class RealmState {
    private static final int CROWD = 64;
    private static final String SET = "/_set?";

    private final IssuedTokens tokens = new IssuedTokens();
    private final Map<String, Integer> refusalsOfCalls = new HashMap<>();
    private RealmSettings settings = RealmSettings.QUICK;
    private int tokenRequests;
    private int accepted;
    private int refused;

    Answer answer(Request request, String path) {
        if (path.startsWith(SET)) {
            settings = RealmSettings.of(path.substring(SET.length()));
            return Answer.json(200, "{}");
        }
        return switch (path) {
            case "/_revoke" -> {
                tokens.revoke();
                yield Answer.json(200, "{}");
            }
            case "/_counts" -> Answer.json(200, counts().text());
            case "/_refused" -> Answer.json(200, String.join(" ", refusalsOfCalls.keySet()));
            case "/v1/auth/token", "/api/login" -> {
                tokenRequests++;
                yield Answer.later(Duration.ofMillis(settings.tokenMillis()), () -> token(request));
            }
            default -> Answer.later(Duration.ofMillis(settings.delayMillis()), () -> content(request, path));
        };
    }

    /** Decided when the answer goes out: until then the old tokens live. */
    private Answer token(Request request) {
        if (settings.tokenStatus() != 200) {
            return Answer.json(settings.tokenStatus(), "{\"error\":\"temporarily_unavailable\"}");
        }
        if (tokens.rejects(request.body())) {
            return Answer.json(400, "{\"error\":\"invalid_grant\"}");
        }
        return Answer.json(200, tokens.issue(settings.lifeSeconds(), settings.killsOld()));
    }

    private Answer content(Request request, String path) {
        if (tokens.accepts(request.header("Authorization"))) {
            accepted++;
            return RealmContent.at(path);
        }
        Answer refusal = Answer.json(401, "{\"error\":\"invalid_token\"}");
        long spread = (long) settings.refusalSpreadMillis() * (refused % CROWD) / CROWD;
        refused++;
        String id = request.header("X-Request-Id");
        if (id != null) {
            refusalsOfCalls.merge(id, 1, Integer::sum);
        }
        return refusal.after(Duration.ofMillis(spread));
    }

    private RealmCounts counts() {
        int most = refusalsOfCalls.values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return new RealmCounts(tokenRequests, accepted, refused, most);
    }
}
