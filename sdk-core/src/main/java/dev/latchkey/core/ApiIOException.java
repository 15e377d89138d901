package dev.latchkey.core;

import java.io.IOException;

/**
 * An {@link ApiException} on its way through OkHttp, which lets nothing but an {@link IOException} pass. Callers of the
 * SDK never see it; code that uses an {@code OkHttpClient} authorised by the session does, and finds the reason in
 * {@link #reason()}.
 */
public final class ApiIOException extends IOException {
    private final ApiException reason;

    /**
     * Wraps a reason.
     *
     * @param reason why the call failed
     */
    public ApiIOException(ApiException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    /**
     * Why the call failed.
     *
     * @return the exception that a call of the SDK would have thrown
     */
    public ApiException reason() {
        return reason;
    }
}
