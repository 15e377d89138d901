package dev.latchkey.scenarios.faults;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Request;

/** Knows what OkHttp has begun and not ended: calls, connections in use, bodies that are being read. */
final class Wiretap extends EventListener {
    private static final List<String> SECRET_HEADERS = List.of("Authorization", "X-Access-Token", "X-Key");

    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Call> bodies = ConcurrentHashMap.newKeySet();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    /** What was sent in headers and nobody else may see. */
    Set<String> tokens() {
        return Set.copyOf(tokens);
    }

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
    public void requestHeadersEnd(Call call, Request request) {
        SECRET_HEADERS.stream()
                .map(request::header)
                .filter(Objects::nonNull)
                .map(value -> value.substring(value.indexOf(' ') + 1))
                .forEach(tokens::add);
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
