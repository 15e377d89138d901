package dev.latchkey.core.internal.session;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one-time password of this moment was sent already. */
final class CodeUsedException extends IOException {
    private static final long serialVersionUID = 1;

    private final Duration untilNext;
    private final boolean isWaitedFor;

    /**
     * A failure that passes.
     *
     * @param problem in our words
     * @param untilNext how long until there is another one, as far as that is known
     * @param isWaitedFor whether the session waits for that one by itself
     */
    CodeUsedException(String problem, Duration untilNext, boolean isWaitedFor) {
        super(problem);
        this.untilNext = untilNext;
        this.isWaitedFor = isWaitedFor;
    }

    /** How long until there is another code, if the want of one is why something failed. */
    static @Nullable Duration untilNextIn(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CodeUsedException used) {
                return used.untilNext;
            }
        }
        return null;
    }

    Duration untilNext() {
        return untilNext;
    }

    boolean isWaitedFor() {
        return isWaitedFor;
    }
}
