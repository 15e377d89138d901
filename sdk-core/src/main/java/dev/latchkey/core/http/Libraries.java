package dev.latchkey.core.http;

import java.security.CodeSource;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.Buffer;
import okio.Okio;

/**
 * Finds libraries that are older than those the SDK was compiled against while a client is built, rather than at the first
 * call that meets what they lack. Each is asked for the youngest thing that is needed of it.
 */
final class Libraries {
    private Libraries() {}

    /**
     * Asks them.
     *
     * @throws IllegalStateException if one is too old; the message names both jars, what is needed and what to do
     */
    static void check() {
        try {
            listenToACall();
            Okio.limit(new Buffer(), 0, false);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "The SDK needs OkHttp 5.4.0 and Okio 3.18.0, or later. First on the class path are "
                            + place(OkHttpClient.class) + " and " + place(Okio.class)
                            + ", of which one is older. See \"OkHttp, once\" in the README.",
                    e);
        }
    }

    /** Of a client that can do no TLS, which would take time to prepare; nothing is sent. */
    private static void listenToACall() {
        new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build()
                .newCall(new Request.Builder().url("http://localhost/").build())
                .addEventListener(EventListener.NONE);
    }

    /** The name of the jar, which has the version. */
    private static String place(Class<?> found) {
        CodeSource source = found.getProtectionDomain() == null
                ? null
                : found.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "one of an unknown place";
        }
        String path = source.getLocation().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
