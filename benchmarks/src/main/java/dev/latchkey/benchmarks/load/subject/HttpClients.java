package dev.latchkey.benchmarks.load.subject;

import dev.latchkey.benchmarks.load.realm.RealmContent;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The same OkHttp for everyone: its usual pool keeps five idle connections, too few for a crowd. */
public final class HttpClients {
    private static final int IDLE_CONNECTIONS = 256;

    private HttpClients() {}

    /** A client with room for a crowd. */
    public static OkHttpClient make() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
                .build();
    }

    /** Ends what the client has started. */
    public static void close(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    static void check(String answer) throws IOException {
        if (!answer.equals(RealmContent.DEVICES)) {
            throw new IOException("a wrong answer: " + answer);
        }
    }
}
