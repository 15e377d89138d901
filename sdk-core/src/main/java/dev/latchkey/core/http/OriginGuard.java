package dev.latchkey.core.http;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.InsecureConnectionException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The last thing before the wire: lets a call pass to the client's own origins only, and over plain http only to this very
 * machine.
 */
final class OriginGuard implements Interceptor {
    private final List<Origin> origins = new CopyOnWriteArrayList<>();
    private final boolean allowInsecure;
    private final Wire wire;
    private final WireLimit limit;

    /** Those on plain http that were looked at: a proxy selector is slow to ask. */
    private final Set<Connection> local = Collections.newSetFromMap(new WeakHashMap<>());

    /** Never held over I/O. */
    private final ReentrantLock lock = new ReentrantLock();

    OriginGuard(Origin origin, boolean allowInsecure, Wire wire, WireLimit limit) {
        origins.add(origin);
        this.allowInsecure = allowInsecure;
        this.wire = wire;
        this.limit = limit;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Execution execution = Execution.of(chain.call());
        if (!isOurs(chain.request().url())) {
            throw refused(
                    execution,
                    "An interceptor of the OkHttpClient sent it to another server than " + names()
                            + ". Set the base URL to where the API is.");
        }
        Connection connection = chain.connection();
        if (connection == null || !isPrivate(connection)) {
            throw refused(execution, WHY_NOT_PLAIN);
        }
        limit.begins(execution, connection);
        Response response = wire.send(chain, connection, execution);
        if (isRefusal(response.code())) {
            execution.notDone();
        }
        return limit.unpacked(execution, FollowUps.hidden(response));
    }

    void alsoAllow(Origin origin) {
        origins.add(origin);
    }

    private boolean isOurs(HttpUrl url) {
        // It only grows; an iterator would be made for each call.
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).holds(url)) {
                return true;
            }
        }
        return false;
    }

    private String names() {
        return origins.stream().map(Origin::toString).collect(Collectors.joining(" or "));
    }

    static final String WHY_NOT_PLAIN = "The connection is plain http and leaves this machine, or passes a proxy. Use"
            + " https, or call allowInsecureHttp() if the network is your own.";

    private boolean isPrivate(Connection connection) {
        if (mayLeave(connection, allowInsecure) || isKnown(connection)) {
            return true;
        }
        boolean isLocal = Loopback.isReachedBy(connection);
        if (isLocal) {
            lock.lock();
            try {
                local.add(connection);
            } finally {
                lock.unlock();
            }
        }
        return isLocal;
    }

    private boolean isKnown(Connection connection) {
        lock.lock();
        try {
            return local.contains(connection);
        } finally {
            lock.unlock();
        }
    }

    static boolean isPrivate(Connection connection, boolean allowInsecure) {
        return mayLeave(connection, allowInsecure) || Loopback.isReachedBy(connection);
    }

    private static boolean mayLeave(Connection connection, boolean allowInsecure) {
        return allowInsecure || connection.handshake() != null;
    }

    /** 3xx and 4xx: the server says that it did not do what it was asked. */
    private static boolean isRefusal(int status) {
        return status >= 300 && status < 500;
    }

    private static ApiIOException refused(Execution execution, String why) {
        return new ApiIOException(
                new InsecureConnectionException(execution.failure("The request was held back. " + why), null));
    }
}
