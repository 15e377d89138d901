package dev.latchkey.core.internal.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/** One lookup of a name, and all who wait for it. */
final class SharedLookup {

    /** What it ended with; without a failure there are records. */
    record Outcome(List<Dns.Record> records, @Nullable Throwable failure) {

        void tell(Dns.Callback callback, Dns.Call call) {
            if (failure == null) {
                callback.onRecords(call, true, records);
                return;
            }
            // An exception of its own for each call.
            IOException own = failure instanceof UnknownHostException
                    ? new UnknownHostException(failure.getMessage())
                    : new IOException("The name could not be looked up");
            own.initCause(failure);
            callback.onFailure(call, own);
        }
    }

    private static final Class<?> BLOCKING = blocking("x").getClass();

    private final Set<WaitingLookup> waiting = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Outcome outcome;

    /** What OkHttp makes of a resolver that knows {@code lookup} alone. */
    private static Dns.Call blocking(String name) {
        Dns lookupAlone = host -> List.of();
        return lookupAlone.newCall(new Dns.Request(name));
    }

    void start(Dns users, Dns.Request name, Executor threads, Runnable whenOver) {
        try {
            Dns.Call call = users.newCall(name);
            if (BLOCKING.isInstance(call)) {
                threads.execute(() -> {
                    Outcome found = lookedUp(users, name);
                    whenOver.run();
                    end(found);
                });
            } else {
                call.enqueue(new Collecting(whenOver));
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            whenOver.run();
            end(new Outcome(List.of(), e));
        }
    }

    void add(WaitingLookup waiter) {
        waiting.add(waiter);
        Outcome known = outcome;
        if (known != null) {
            waiter.ends(known);
        }
    }

    void remove(WaitingLookup waiter) {
        waiting.remove(waiter);
    }

    private void end(Outcome found) {
        outcome = found;
        waiting.forEach(waiter -> waiter.ends(found));
    }

    private static Outcome lookedUp(Dns users, Dns.Request name) {
        try {
            List<Dns.Record> records = new ArrayList<>();
            for (InetAddress address : users.lookup(name.hostname())) {
                records.add(new Dns.Record.IpAddress(name.hostname(), address));
            }
            return new Outcome(records, null);
        } catch (Throwable e) {
            return new Outcome(List.of(), e);
        }
    }

    /** The answers of a resolver that does not block. */
    private final class Collecting implements Dns.Callback {
        private final Runnable whenOver;
        private final List<Dns.Record> records = new ArrayList<>();

        Collecting(Runnable whenOver) {
            this.whenOver = whenOver;
        }

        @Override
        public void onRecords(Dns.Call call, boolean last, List<? extends Dns.Record> more) {
            records.addAll(more);
            if (last) {
                end(null);
            }
        }

        @Override
        public void onFailure(Dns.Call call, IOException e) {
            end(records.isEmpty() ? e : null);
        }

        private void end(@Nullable IOException failure) {
            whenOver.run();
            SharedLookup.this.end(new Outcome(List.copyOf(records), failure));
        }
    }
}
