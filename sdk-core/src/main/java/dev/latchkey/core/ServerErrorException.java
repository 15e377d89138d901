package dev.latchkey.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server failed (5xx). */
public final class ServerErrorException extends ApiException {
    private final @Nullable Duration retryAfter;

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param retryAfter how long the server asks to wait
     * @param cause the underlying problem, if any
     */
    public ServerErrorException(Failure failure, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(failure, cause);
        this.retryAfter = retryAfter;
    }

    /**
     * How long the server asks to wait, counted from its answer.
     *
     * @return the wait, or empty if the server does not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean retryable() {
        return failure().isHarmlessToRepeat();
    }
}
