package dev.latchkey.core.internal.session;

import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;

/** A call that is never cancelled and waits for as long as it takes. */
final class ModelCall implements Call {
    private final Runnable waiting;

    ModelCall(Runnable waiting) {
        this.waiting = waiting;
    }

    @Override
    public boolean isCanceled() {
        return false;
    }

    @Override
    public void addEventListener(EventListener listener) {
        waiting.run();
    }

    @Override
    public Request request() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response execute() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void enqueue(Callback callback) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isExecuted() {
        return true;
    }

    @Override
    public Timeout timeout() {
        return Timeout.NONE;
    }

    @Override
    public <T> T tag(KClass<T> type) {
        return null;
    }

    @Override
    public <T> T tag(Class<? extends T> type) {
        return null;
    }

    @Override
    public <T> T tag(KClass<T> type, Function0<? extends T> computed) {
        return computed.invoke();
    }

    @Override
    public <T> T tag(Class<T> type, Function0<? extends T> computed) {
        return computed.invoke();
    }

    @Override
    public Call clone() {
        return new ModelCall(waiting);
    }
}
