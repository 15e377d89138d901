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
     * @throws IllegalStateException if one is too old; the message says which, where it is, and what to do
     */
    static void check() {
        require("Okio 3.18.0", Okio.class, () -> Okio.limit(new Buffer(), 0, false));
        require("OkHttp 5.4.0", OkHttpClient.class, Libraries::listenToACall);
    }

    /** Of a client that can do no TLS, which would take time to prepare; nothing is sent. */
    private static void listenToACall() {
        new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build()
                .newCall(new Request.Builder().url("http://localhost/").build())
                .addEventListener(EventListener.NONE);
    }

    private static void require(String needed, Class<?> found, Runnable youngest) {
        try {
            youngest.run();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "The SDK needs " + needed + " or later, but an older one" + place(found)
                            + " comes first on the class path. See \"OkHttp, once\" in the README.",
                    e);
        }
    }

    /** The name of the jar, which has the version. */
    private static String place(Class<?> found) {
        CodeSource source = found.getProtectionDomain() == null
                ? null
                : found.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "";
        }
        String path = source.getLocation().getPath();
        return " (" + path.substring(path.lastIndexOf('/') + 1) + ")";
    }
}
