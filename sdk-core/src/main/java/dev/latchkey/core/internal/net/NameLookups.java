package dev.latchkey.core.internal.net;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * Name resolution within the limit of the call that needs it. Nothing can stop a resolver that hangs, so names are looked up on
 * threads of their own, one at a time for each host, and who waits stops waiting when its call is cancelled, which the call's
 * limit does too.
 *
 * <p>As a listener it notes which call OkHttp is about to ask for: the question itself, which follows on the same thread, does
 * not tell.
 */
public final class NameLookups extends EventListener implements AutoCloseable {
    private final ExecutorService threads;
    private final ConcurrentMap<Dns.Request, SharedLookup> underway = new ConcurrentHashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // a client's own, and removed by the question that follows
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
     * @return to be used with this listener
     */
    public Dns by(Dns users) {
        return new CallDns(users, this);
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        asking.set(call);
    }

    /** Interrupts what still looks names up. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Which call asks, once. */
    @Nullable
    Call takeAsking() {
        Call call = asking.get();
        asking.remove();
        return call;
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
