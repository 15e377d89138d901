package dev.latchkey.examples.tour;

import dev.latchkey.core.SessionExpiredException;

/** The end of every chapter: a call after the logout. */
final class LoggedOut {
    private LoggedOut() {}

    static void tell(Story story, Runnable call) {
        try {
            call.run();
        } catch (SessionExpiredException e) {
            story.expect("reason", SessionExpiredException.Reason.LOGGED_OUT, e.reason());
            story.says("fails with " + e.getClass().getSimpleName() + ": " + e.getMessage());
            return;
        }
        throw new Difference("a call after the logout", SessionExpiredException.class.getSimpleName(), "success");
    }
}
