package dev.latchkey.core.http;

import dev.latchkey.core.internal.call.Platform;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The OkHttp client of those who bring none. */
final class OwnClient {
    /** Load balancers drop idle connections after 60 s. */
    private static final int KEPT_SECONDS = 50;

    private static final int PING_SECONDS = 30;

    private OwnClient() {}

    /**
     * Makes one with a pool of its own.
     *
     * @param connections as many calls may run at once; with fewer idle connections they would open new ones all the time
     */
    static OkHttpClient keeping(int connections) {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(connections, KEPT_SECONDS, TimeUnit.SECONDS));
        if (!Platform.isAndroid()) {
            // A phone's radio would wake for them.
            client.pingInterval(PING_SECONDS, TimeUnit.SECONDS);
        }
        return client.build();
    }
}
