package dev.latchkey.core.http;

import java.io.IOException;

/**
 * Leaves the wire side of a call, which ends its connection or stream, to be caught by {@link Resending}. Goes no further: its
 * cause does.
 */
final class SendAgain extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final IOException failure;

    enum Reason {
        /** The connection was closed before anything was written. */
        CLOSED,
        /** The server says that it has not processed the request, or its headers were not sent. */
        NOT_PROCESSED,
        /** The connection was closed while the request was on its way, which does no harm twice. */
        CLOSED_MEANWHILE
    }

    SendAgain(Reason reason, IOException failure) {
        super(failure);
        this.reason = reason;
        this.failure = failure;
    }

    Reason reason() {
        return reason;
    }

    IOException failure() {
        return failure;
    }
}
