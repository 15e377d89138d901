package dev.latchkey.fuzz;

import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.StoredSession;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that finds a session in its store, and whose server takes no other tokens than those that it issues to this client.
 *
 * @param vendor whose client
 * @param stored what it finds
 */
record Resumed(String vendor, StoredSession stored) {
    /** Whatever is stored: the session goes on or is logged out, and a login makes it whole. */
    void hold() {
        AtomicInteger issued = new AtomicInteger();
        ScriptedNetwork network = new ScriptedNetwork(request -> answer(request, issued));
        Sessions client = Sessions.open(vendor, network.client(), new HostileStore(stored));
        try {
            call(client);
            if (client.session().login().execute() != SessionState.ACTIVE) {
                throw new AssertionError("a login did not help");
            }
            client.probe().get().returningNothing().execute();
            Values.examine(client.profile().get());
            Values.examine(client.session().expiresAt());
        } finally {
            client.close().run();
        }
        LogWatch.requireNoSecret();
    }

    private void call(Sessions client) {
        try {
            client.probe().get().returningNothing().execute();
        } catch (SessionExpiredException e) {
            if (e.reason() != SessionExpiredException.Reason.LOGGED_OUT || !stored.isLoggedOut()) {
                throw e;
            }
        }
    }

    private static byte[] answer(String request, AtomicInteger issued) {
        if (!request.startsWith("GET " + Sessions.PROBE)) {
            return http("200 OK", tokens(issued.incrementAndGet()));
        }
        boolean known = issued.get() > 0 && request.contains("issued-" + issued.get());
        return http(known ? "204 No Content" : "401 Unauthorized", "");
    }

    /** In the words of all vendors. */
    private static String tokens(int number) {
        String access = "\"issued-" + number + "\"";
        String refresh = "\"refresh-" + number + "\"";
        return "{\"token_type\":\"Bearer\",\"access_token\":" + access + ",\"refresh_token\":" + refresh
                + ",\"accessToken\":" + access + ",\"refreshToken\":" + refresh + ",\"token\":" + access
                + ",\"key\":\"k\"}";
    }

    private static byte[] http(String status, String body) {
        return ("HTTP/1.1 " + status + "\nContent-Length: " + body.length() + "\n\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
