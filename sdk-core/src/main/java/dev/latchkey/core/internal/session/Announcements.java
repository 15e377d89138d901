package dev.latchkey.core.internal.session;

import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What listeners and the log are told of a flight. A note may be taken under a lock; logging and telling may not. */
final class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey.core.session");

    private final SessionEvents events;

    Announcements(SessionEvents events) {
        this.events = events;
    }

    /** Tells what was noted, in the order of the notes. */
    void deliver() {
        events.deliver();
    }

    void renewed(Snapshot before, Held held) {
        Held previous = before.held();
        if (previous != null && previous.authorization().equals(held.authorization())) {
            return; // Only saved again.
        }
        events.note(SessionListener::renewed);
    }

    void failed(Snapshot before, Trouble trouble, Flight flight) {
        boolean knownAlready = before.state() == SessionState.LOGGED_OUT && trouble.reason() == Reason.LOGGED_OUT;
        if (knownAlready) {
            return;
        }
        if (flight.kind() == Flight.Kind.LOGIN || (flight.isRestoring() && trouble.kind() != Trouble.Kind.EXPIRED)) {
            return; // Whoever asked for it is told by its outcome.
        }
        switch (trouble.kind()) {
            case EXPIRED -> {
                if (trouble.reason() == Reason.LOGGED_OUT) {
                    loggedOut(LogoutResult.LOCAL_ONLY);
                } else if (before.state() != SessionState.EXPIRED) {
                    events.note(listener -> listener.expired(trouble.expiredForListeners()));
                }
            }
            case PASSING, HELD_BACK, STORE_AWAY, MISTAKE, MFA_REQUIRED ->
                events.note(listener -> listener.renewalFailed(trouble.forCall("session", "renewal")));
            case CLOSED -> {}
        }
    }

    void loggedOut(LogoutResult result) {
        events.note(listener -> listener.loggedOut(result));
    }

    void log(LogoutResult result) {
        LOG.debug("session logged out, {}", result);
    }
}
