package dev.latchkey.core.internal.session;

import java.io.IOException;
import java.time.Duration;

/** Something of the user's has not returned in time. */
final class UnansweredException extends IOException {
    private static final long serialVersionUID = 1;

    UnansweredException(String who, Duration limit) {
        super(who + " did not answer within " + seconds(limit));
    }

    private UnansweredException(String problem) {
        super(problem);
    }

    static UnansweredException still(String who) {
        return new UnansweredException(who + " has not returned from an earlier call");
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toMillis() / 1000 + " s" : limit.toMillis() + " ms";
    }
}
