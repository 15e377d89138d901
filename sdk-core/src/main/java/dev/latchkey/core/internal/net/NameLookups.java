package dev.latchkey.core.internal.net;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Name resolution within the limit of the call that needs it. Nothing can stop a resolver that hangs, so names are looked up on
 * threads of their own, one at a time for each host, and who waits stops waiting when its call is cancelled, which the call's
 * limit does too.
 *
 * <p>As an interceptor it notes the call for OkHttp's question, which comes on the call's own thread.
 */
public final class NameLookups implements Interceptor, AutoCloseable {
    private final ExecutorService threads;
    private final ConcurrentMap<Dns.Request, SharedLookup> underway = new ConcurrentHashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // a client's own, and removed after each call
    private final ThreadLocal<Call> asking = new ThreadLocal<>();

    /**
     * The lookups of one client.
     *
     * @param threads daemons, as many as are wanted; interrupted at the end
     */
    public NameLookups(ExecutorService threads) {
        this.threads = threads;
    }

    /**
     * The same resolver, with the limit. OkHttp shares connections among clients whose resolvers are equal: these are if those
     * that they ask are.
     *
     * @param users looks names up
     * @return to be used with this interceptor
     */
    public Dns by(Dns users) {
        return new CallDns(users, this);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Call before = asking.get();
        asking.set(chain.call());
        try {
            return chain.proceed(chain.request());
        } finally {
            if (before == null) {
                asking.remove();
            } else {
                asking.set(before);
            }
        }
    }

    /** Interrupts what still looks names up. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    @Nullable
    Call asking() {
        return asking.get();
    }

    SharedLookup of(Dns users, Dns.Request name) {
        SharedLookup mine = new SharedLookup();
        SharedLookup first = underway.putIfAbsent(name, mine);
        if (first != null) {
            return first;
        }
        mine.start(users, name, threads, () -> underway.remove(name, mine));
        return mine;
    }
}
