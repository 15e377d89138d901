package dev.latchkey.core.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/**
 * What a call without an answer keeps of the failure below it. OkHttp and Okio quote the bytes that arrived, as text or in hex,
 * and a peer may have sent a secret back. So the texts are left out, but for those that are written before anything is sent.
 */
final class Wordless {
    private static final int DEEPEST = 10;

    private Wordless() {}

    /** The failure itself if all of its texts may be shown, else a copy that has the class names and the stack traces. */
    static Exception of(IOException failure) {
        return mayBeShown(failure, 0) ? failure : copy(failure, 0);
    }

    private static boolean mayBeShown(Throwable failure, int depth) {
        if (depth == DEEPEST || !speaksOfConnecting(failure)) {
            return false;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (!mayBeShown(suppressed, depth + 1)) {
                return false;
            }
        }
        return failure.getCause() == null || mayBeShown(failure.getCause(), depth + 1);
    }

    /** Of the JDK's own classes: those of others may say anything. */
    private static boolean speaksOfConnecting(Throwable failure) {
        String name = failure.getClass().getName();
        boolean isMeant = failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                || failure instanceof SSLException
                || failure instanceof GeneralSecurityException;
        return isMeant && (name.startsWith("java") || name.startsWith("sun."));
    }

    private static Exception copy(Throwable failure, int depth) {
        Exception copy = new Exception(
                speaksOfConnecting(failure)
                        ? failure.toString()
                        : failure.getClass().getName());
        copy.setStackTrace(failure.getStackTrace());
        if (depth < DEEPEST) {
            if (failure.getCause() != null) {
                copy.initCause(copy(failure.getCause(), depth + 1));
            }
            for (Throwable suppressed : failure.getSuppressed()) {
                copy.addSuppressed(copy(suppressed, depth + 1));
            }
        }
        return copy;
    }
}
