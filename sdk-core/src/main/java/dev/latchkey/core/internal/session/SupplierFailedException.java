package dev.latchkey.core.internal.session;

import java.io.IOException;

/** The user's supplier of credentials threw something. It is not asked again for the calls that wait. */
final class SupplierFailedException extends IOException {
    private static final long serialVersionUID = 1;

    SupplierFailedException(Throwable thrown) {
        super("the credentials supplier failed: " + said(thrown), thrown);
    }

    private static String said(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getName() : message;
    }
}
