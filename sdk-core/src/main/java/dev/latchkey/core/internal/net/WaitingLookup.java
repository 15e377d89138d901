package dev.latchkey.core.internal.net;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/** One call's question for a name. Answered when the lookup ends, or when the call does. */
final class WaitingLookup extends EventListener implements Dns.Call {
    private final Call asking;
    private final Dns.Request request;
    private final SharedLookup lookup;
    private final AtomicReference<Dns.@Nullable Callback> callback = new AtomicReference<>();

    WaitingLookup(Call asking, Dns.Request request, NameLookups lookups, Dns users) {
        this.asking = asking;
        this.request = request;
        this.lookup = lookups.of(users, request);
    }

    @Override
    public void enqueue(Dns.Callback told) {
        callback.set(told);
        asking.addEventListener(this);
        lookup.add(this);
        if (asking.isCanceled()) {
            cancel();
        }
    }

    void ends(SharedLookup.Outcome outcome) {
        Dns.Callback told = callback.getAndSet(null);
        if (told != null) {
            outcome.tell(told, this);
        }
    }

    @Override
    public void cancel() {
        lookup.remove(this);
        Dns.Callback told = callback.getAndSet(null);
        if (told != null) {
            told.onFailure(this, new IOException("Canceled"));
        }
    }

    @Override
    public void canceled(Call call) {
        cancel();
    }

    /** Its thread may have been interrupted. */
    @Override
    public void callFailed(Call call, IOException e) {
        lookup.remove(this);
    }

    @Override
    public boolean isCanceled() {
        return asking.isCanceled();
    }

    @Override
    public Dns.Request getRequest() {
        return request;
    }
}
