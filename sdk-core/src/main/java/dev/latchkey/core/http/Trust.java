package dev.latchkey.core.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells a certificate that is not trusted from a TLS connection that broke. */
final class Trust {
    private static final int DEEPEST = 10;

    private Trust() {}

    static boolean isMissing(Throwable failure) {
        if (failure instanceof SSLPeerUnverifiedException) {
            return true;
        }
        return failure instanceof SSLException && isAboutACertificate(failure.getCause());
    }

    private static boolean isAboutACertificate(@Nullable Throwable cause) {
        Throwable each = cause;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof CertificateException
                    || each instanceof CertPathValidatorException
                    || each instanceof CertPathBuilderException) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }
}
