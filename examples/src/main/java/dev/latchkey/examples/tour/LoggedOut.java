package dev.latchkey.examples.tour;

import dev.latchkey.core.SessionExpiredException;

/** The end of every chapter: a call after the logout. */
final class LoggedOut {
    /** Not asked of the class, which has another name in a shrunk application. */
    private static final String EXPECTED = "SessionExpiredException";

    private LoggedOut() {}

    static void tell(Story story, Runnable call) {
        try {
            call.run();
        } catch (SessionExpiredException e) {
            story.expect("reason", SessionExpiredException.Reason.LOGGED_OUT, e.reason());
            story.says("fails with " + EXPECTED + ": " + e.getMessage());
            return;
        }
        throw new Difference("a call after the logout", EXPECTED, "success");
    }
}
