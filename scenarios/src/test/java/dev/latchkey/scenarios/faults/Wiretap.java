package dev.latchkey.scenarios.faults;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** Knows what OkHttp has begun and not ended: calls, connections in use, bodies that are being read. */
final class Wiretap extends EventListener {
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Call> bodies = ConcurrentHashMap.newKeySet();

    boolean isSilent() {
        return calls.isEmpty() && connections.get() == 0 && bodies.isEmpty();
    }

    @Override
    public void callStart(Call call) {
        calls.add(call);
    }

    @Override
    public void callEnd(Call call) {
        calls.remove(call);
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        calls.remove(call);
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        connections.incrementAndGet();
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        connections.decrementAndGet();
    }

    @Override
    public void responseBodyStart(Call call) {
        bodies.add(call);
    }

    @Override
    public void responseBodyEnd(Call call, long bytes) {
        bodies.remove(call);
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        bodies.remove(call);
    }

    @Override
    public String toString() {
        return calls.size() + " calls, " + connections + " connections, " + bodies.size() + " bodies";
    }
}
