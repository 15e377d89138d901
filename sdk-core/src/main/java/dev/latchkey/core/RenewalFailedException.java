package dev.latchkey.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session's token had to be renewed, and that failed for the reason that is the cause. The session is not lost: a later
 * call tries again. The call itself was not sent.
 *
 * <p>{@link #retryable()} is true after an outage, a rate limit or a broken connection, and false where something has to be
 * mended first: a base URL that does not lead to the API, a certificate that is not trusted, a library that does not fit.
 */
public final class RenewalFailedException extends ApiException {

    private final boolean passing;
    private final @Nullable Duration retryAfter;

    /**
     * Creates the exception of a failure that passes.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public RenewalFailedException(Failure failure, @Nullable Throwable cause) {
        this(failure, true, cause);
    }

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param passing whether a later renewal may succeed without anything being changed
     * @param cause the underlying problem, if any
     */
    public RenewalFailedException(Failure failure, boolean passing, @Nullable Throwable cause) {
        this(failure, passing, null, cause);
    }

    /**
     * Creates the exception of a failure that passes after a known time.
     *
     * @param failure what is known of the failed call
     * @param passing whether a later renewal may succeed without anything being changed
     * @param retryAfter until when no token is asked for by itself
     * @param cause the underlying problem, if any
     */
    public RenewalFailedException(
            Failure failure, boolean passing, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(failure, cause);
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /**
     * How long the token endpoint asks to wait, counted from this failure; an hour at most. Until then every call that needs
     * a new token fails at once, and only {@code session().renew()} and {@code login()} ask the server. Where a one-time
     * password was used already: how long until there is the next one, as far as that is known.
     *
     * @return the wait, or empty if the server does not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean retryable() {
        return passing && failure().isHarmlessToRepeat();
    }
}
