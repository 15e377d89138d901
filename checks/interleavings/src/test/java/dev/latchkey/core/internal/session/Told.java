package dev.latchkey.core.internal.session;

import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionListener;

/** The last thing that a listener was told of the session's state. */
final class Told implements SessionListener, OneStep {
    private String last = "";

    String last() {
        return last;
    }

    @Override
    public void renewed() {
        last = "renewed";
    }

    @Override
    public void loggedOut(LogoutResult result) {
        last = "loggedOut";
    }

    @Override
    public void expired(SessionExpiredException cause) {
        last = "expired";
    }
}
