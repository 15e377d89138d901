package dev.latchkey.core.internal.call;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call was cancelled, or its time ran out, while it waited for a token. */
public final class TokenAwaitedException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    private final String why;

    /**
     * Creates the exception.
     *
     * @param why there was no token, without secrets
     * @param cause how the wait ended; its text is kept
     */
    public TokenAwaitedException(String why, IOException cause) {
        super(cause.getMessage(), cause);
        this.why = why;
    }

    /**
     * Why a call that failed so had no token.
     *
     * @param failure of the call
     * @return a sentence, or null if it did not wait for one
     */
    public static @Nullable String whyIn(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof TokenAwaitedException waited) {
                return waited.why;
            }
            each = each.getCause();
        }
        return null;
    }
}
