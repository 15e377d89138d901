package dev.latchkey.core.store;

import java.io.IOException;

/** What a {@link TokenStore} holds is no session that this version can read. The message shows nothing of its content. */
public final class UnreadableSessionException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Whether a later version of the SDK has written it. */
    private final boolean laterFormat;

    private UnreadableSessionException(String message, boolean laterFormat) {
        super(message);
        this.laterFormat = laterFormat;
    }

    /**
     * The content is damaged, or never was a session.
     *
     * @param problem where and what, without any of the content
     * @return the exception
     */
    public static UnreadableSessionException corrupt(String problem) {
        return new UnreadableSessionException("The stored session cannot be read: " + problem + ".", false);
    }

    static UnreadableSessionException ofLaterFormat(int format) {
        return new UnreadableSessionException(
                "The stored session was written by a later version of the SDK (format " + format
                        + "). Use that version, or another place for the sessions of this one.",
                true);
    }

    /**
     * The same, with the place where it was found.
     *
     * @param place for instance a path
     * @return the exception
     */
    public UnreadableSessionException at(String place) {
        UnreadableSessionException placed = new UnreadableSessionException(place + ": " + getMessage(), laterFormat);
        placed.initCause(this);
        return placed;
    }

    /**
     * Whether a later version of the SDK can read it, so that it is to be left alone.
     *
     * @return false if it is damaged or foreign
     */
    public boolean isLaterFormat() {
        return laterFormat;
    }
}
