package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.Tokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must be true once everything has come to rest, whatever the order was. */
final class Documented {
    private final ModelVendor.Book vendor;
    private final ModelStore store;
    private final ModelClient first;
    private final ModelClient second;
    private final int invalidations;

    Documented(ModelVendor.Book vendor, ModelStore store, ModelClient first, ModelClient second, int invalidations) {
        this.vendor = vendor;
        this.store = store;
        this.first = first;
        this.second = second;
        this.invalidations = invalidations;
    }

    String violations(Violations found) {
        int logouts = count("logout");
        if (logouts < 2) {
            // Two clients that log out at a time may both refresh the dead token that the server wants for it.
            found.addIf(vendor.mostInside() > 1, vendor.mostInside() + " token requests at a time");
            found.addIf(
                    vendor.presentedTwice() != 0, "refresh token " + vendor.presentedTwice() + " was presented twice");
        }
        found.addIf(
                vendor.refreshes() > invalidations + count("renew") + logouts,
                vendor.refreshes() + " refreshes, some of them needless");
        check(first, logouts, found);
        check(second, logouts, found);
        boolean couldNotBeSaved = store.isFailing() && state(first) == SessionState.CLOSED;
        found.addIf(!couldNotBeSaved && !isHeld(vendor.alive()), "pair " + vendor.alive() + " was lost");
        return found.found();
    }

    private void check(ModelClient client, int logouts, Violations found) {
        found.addIf(client.threadsRunning() != 0, "a thread of the session never ends");
        Asked asked = client.asked();
        for (int i = 0; i < asked.count(); i++) {
            String outcome = asked.outcome(i);
            found.addIf(
                    outcome == null || !isAllowed(asked.what(i), outcome, client, logouts),
                    asked.what(i) + " ended with " + outcome);
        }
        Snapshot snapshot = client.snapshot();
        found.addIf(
                (asked.begun("close") > 0) != (snapshot.state() == SessionState.CLOSED),
                "closed is " + snapshot.state());
        switch (snapshot.state()) {
            case ACTIVE -> checkActive(client, snapshot, found);
            case LOGGED_OUT -> checkLoggedOut(client, snapshot, found);
            case EXPIRED -> found.add("a session with credentials expired");
            case CLOSED -> {
                boolean buried = asked.isLoggedOutBeforeTheClose() && count("login") == 0 && !store.isFailing();
                found.addIf(buried && tokens(store.kept()) != 0, "a logout before the close was dropped");
            }
            case NEW, RENEWAL_DUE -> {}
        }
    }

    private boolean isAllowed(String operation, String outcome, ModelClient client, int logouts) {
        boolean closed = client.asked().begun("close") > 0;
        boolean nothingToEnd = logouts > 1 || !client.isStarted();
        return switch (outcome) {
            case "ok" -> !operation.equals("logout");
            case "SERVER" -> operation.equals("logout");
            case "LOCAL_ONLY" -> operation.equals("logout") && (nothingToEnd || closed);
            case "LOGGED_OUT" -> logouts > 0 || !first.isStarted();
            case "CLOSED" -> closed;
            // A call is replayed twice.
            case "refused" -> operation.equals("call") && count("renew") + count("login") > 1;
            default -> false;
        };
    }

    private void checkActive(ModelClient client, Snapshot snapshot, Violations found) {
        LiveTokens held = Objects.requireNonNull(snapshot.tokens());
        StoredSession kept = store.kept();
        found.addIf(client.told().last().equals("loggedOut"), "active, but the listener was last told of a logout");
        if (!isNewer(kept, snapshot)) {
            found.addIf(ModelVendor.number(held.tokens().accessToken()) != vendor.alive(), "active with dead tokens");
            found.addIf(!store.isFailing() && !isSameSession(held.session(), kept), "what is held is not in the store");
        }
    }

    private void checkLoggedOut(ModelClient client, Snapshot snapshot, Violations found) {
        StoredSession kept = store.kept();
        found.addIf(!client.told().last().equals("loggedOut"), "logged out, but the listener was last told otherwise");
        if (!isNewer(kept, snapshot)) {
            found.addIf(vendor.alive() != 0, "logged out, but pair " + vendor.alive() + " is alive");
            found.addIf(!store.isFailing() && tokens(kept) != 0, "logged out, but the store has tokens");
        }
    }

    private boolean isHeld(int pair) {
        return pair == 0 || tokens(first) == pair || tokens(second) == pair || tokens(store.kept()) == pair;
    }

    private int count(String operation) {
        return first.asked().begun(operation) + second.asked().begun(operation);
    }

    private static SessionState state(ModelClient client) {
        return client.snapshot().state();
    }

    private static boolean isNewer(@Nullable StoredSession kept, Snapshot snapshot) {
        return kept != null
                && (kept.generation() > snapshot.generation()
                        || (kept.generation() == snapshot.generation() && kept.version() > snapshot.version()));
    }

    /** What others note on their logins meanwhile is in the store alone. */
    private static boolean isSameSession(StoredSession held, @Nullable StoredSession kept) {
        return kept != null && held.noting(kept.logins()).equals(kept);
    }

    private static int tokens(ModelClient client) {
        LiveTokens held = client.snapshot().tokens();
        return held == null ? 0 : ModelVendor.number(held.tokens().accessToken());
    }

    private static int tokens(@Nullable StoredSession kept) {
        Tokens tokens = kept == null ? null : kept.tokens();
        return tokens == null ? 0 : ModelVendor.number(tokens.accessToken());
    }
}
