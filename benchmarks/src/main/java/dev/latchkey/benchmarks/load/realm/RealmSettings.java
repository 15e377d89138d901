package dev.latchkey.benchmarks.load.realm;

import java.util.HashMap;
import java.util.Map;

/**
 * How a realm behaves. Travels as the query of a request.
 *
 * @param tokenMillis how long the token endpoint takes
 * @param tokenStatus what it answers; 200 for tokens
 * @param lifeSeconds how long tokens live that are issued from now on
 * @param killsOld whether tokens die when the next ones are issued
 * @param delayMillis how long every other endpoint takes; a token is looked at at the end of it
 * @param refusalSpreadMillis over which time 64 refusals are spread
 */
public record RealmSettings(
        int tokenMillis, int tokenStatus, int lifeSeconds, boolean killsOld, int delayMillis, int refusalSpreadMillis) {
    /** Answers at once, and tokens that outlive every measurement. */
    public static final RealmSettings QUICK = new RealmSettings(0, 200, 3600, false, 0, 0);

    /** The same with this token endpoint. */
    public RealmSettings token(int millis, int status) {
        return new RealmSettings(millis, status, lifeSeconds, killsOld, delayMillis, refusalSpreadMillis);
    }

    /** The same with tokens that live so long. */
    public RealmSettings life(int seconds) {
        return new RealmSettings(tokenMillis, tokenStatus, seconds, killsOld, delayMillis, refusalSpreadMillis);
    }

    /** The same with tokens that die when the next ones are issued. */
    public RealmSettings killingOld() {
        return new RealmSettings(tokenMillis, tokenStatus, lifeSeconds, true, delayMillis, refusalSpreadMillis);
    }

    /** The same with calls that take so long. */
    public RealmSettings delay(int millis) {
        return new RealmSettings(tokenMillis, tokenStatus, lifeSeconds, killsOld, millis, refusalSpreadMillis);
    }

    /** The same with refusals that come in over this time. */
    public RealmSettings refusalsOver(int millis) {
        return new RealmSettings(tokenMillis, tokenStatus, lifeSeconds, killsOld, delayMillis, millis);
    }

    String query() {
        return "tokenMillis=" + tokenMillis + "&tokenStatus=" + tokenStatus + "&lifeSeconds=" + lifeSeconds
                + "&killsOld=" + (killsOld ? 1 : 0) + "&delayMillis=" + delayMillis + "&refusalSpreadMillis="
                + refusalSpreadMillis;
    }

    static RealmSettings of(String query) {
        Map<String, Integer> values = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), Integer.valueOf(pair.substring(equals + 1)));
        }
        return new RealmSettings(
                value(values, "tokenMillis"),
                value(values, "tokenStatus"),
                value(values, "lifeSeconds"),
                value(values, "killsOld") == 1,
                value(values, "delayMillis"),
                value(values, "refusalSpreadMillis"));
    }

    private static int value(Map<String, Integer> values, String name) {
        Integer value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no setting: " + name);
        }
        return value;
    }
}
