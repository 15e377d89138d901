package dev.latchkey.core.http;

import dev.latchkey.core.Failure;
import dev.latchkey.core.internal.call.CallSignal;
import dev.latchkey.core.internal.net.ReadAllowance;
import dev.latchkey.core.internal.session.Authorization;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Headers;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a call: its limit, which counts from before it is queued, and what the interceptors have to know of it.
 * Travels as a tag of the request. Used by the thread that runs the call, but for what is volatile.
 */
final class Execution implements CallSignal.Progress {
    /** OkHttp makes another one for each question with a class. */
    static final KClass<Execution> TAG = JvmClassMappingKt.getKotlinClass(Execution.class);

    /** They tell a form, which errors talk about. */
    private static final Set<String> OPEN_HEADERS = Set.of("accept", "accept-language", "content-type", "user-agent");

    private final RequestPlan plan;
    private final CallLimit limit;
    private final long startedAt = System.nanoTime();
    private final Buffer body = new Buffer();
    private @Nullable Socket wire;
    private int wireShare;
    private @Nullable Call call;
    private @Nullable CallSignal signal;
    private @Nullable Authorization authorization;
    private @Nullable List<Authorization> refused;
    private @Nullable Headers carried;
    private int attempts;
    private long sentAt = startedAt;
    private boolean everReachedWire;
    private int sentAgain;
    private boolean distrustsConnections;
    private boolean mightHaveBeenDoneBefore;
    private volatile boolean mayHaveBeenDone;
    private volatile boolean timedOut;
    private volatile @Nullable Runnable onTimeout;

    Execution(RequestPlan plan) {
        this.plan = plan;
        this.limit = new CallLimit(this, plan.timeoutNanos());
    }

    static Execution of(Call call) {
        return Objects.requireNonNull(call.request().tag(TAG), "not a call of this SDK");
    }

    RequestPlan plan() {
        return plan;
    }

    void starts(Call started) {
        call = started;
    }

    Call call() {
        return Objects.requireNonNull(call);
    }

    CallSignal signal() {
        if (signal == null) {
            signal = new CallSignal(call(), plan.method(), plan.template(), this);
        }
        return signal;
    }

    /** The answer's body once it was read whole. */
    Buffer body() {
        return body;
    }

    /** The limit counts. */
    void enter() {
        limit.enter();
    }

    /** The limit counts no more. */
    void exit() {
        limit.leave();
    }

    /** The limit has run out. */
    void timedOut() {
        timedOut = true;
        call().cancel();
        Runnable action = onTimeout;
        if (action != null) {
            action.run();
        }
    }

    boolean isTimedOut() {
        return timedOut;
    }

    @Override
    public long remainingNanos() {
        return plan.timeoutNanos() - (System.nanoTime() - startedAt);
    }

    /** What is to be done beside the cancel, which a call that waits for its turn does not notice. */
    void onTimeout(Runnable action) {
        onTimeout = action;
    }

    void runs() throws IOException {
        if (call().isCanceled()) {
            throw new IOException("Canceled");
        }
    }

    void sends(@Nullable Authorization token) {
        if (authorization != null && token != null && !authorization.equals(token)) {
            refused = refused == null ? new ArrayList<>() : refused;
            refused.add(authorization);
        }
        authorization = token;
        attempts++;
        if (AttemptLog.isOn()) {
            sentAt = System.nanoTime();
        }
    }

    /** The builder's headers, once they are known. */
    @Nullable
    Headers carried() {
        return carried;
    }

    void carries(Headers headers) {
        carried = headers;
    }

    void reachedWire() {
        everReachedWire = true;
        mightHaveBeenDoneBefore = mayHaveBeenDone;
        mayHaveBeenDone = true;
    }

    /** The server has certainly not executed what was sent last. */
    void notDone() {
        mayHaveBeenDone = mightHaveBeenDoneBefore;
    }

    /** In any attempt. */
    boolean mayHaveBeenDone() {
        return mayHaveBeenDone;
    }

    /** A failure without an answer, as of now. */
    Failure failure(String problem) {
        return told(Failure.local(plan.method(), plan.template(), problem));
    }

    /** The same failure, told how far this execution has come. */
    @Override
    public Failure told(Failure failure) {
        return failure.after(mayHaveBeenDone, plan.repeat() == Repeat.SAFE || plan.repeat() == Repeat.IDEMPOTENT);
    }

    /** Takes back {@link #reachedWire()} after an attempt that was certainly not processed. */
    void reachedWire(boolean before) {
        everReachedWire = before;
        notDone();
    }

    /** Counts how often it was sent again at once, which is no attempt. */
    int sentAgain() {
        return ++sentAgain;
    }

    /** From now on each kept connection is looked at before it is used: one of them was closed. */
    void distrustConnections() {
        distrustsConnections = true;
    }

    boolean distrustsConnections() {
        return distrustsConnections;
    }

    /** An exchange begins, and that before it is over. */
    void takesShare(Socket socket, int kibibytes) {
        returnsShare();
        wire = socket;
        wireShare = kibibytes;
        ReadAllowance.begins(socket, kibibytes);
    }

    /** The answer was read, or the attempt has failed. */
    void returnsShare() {
        if (wire != null) {
            ReadAllowance.ends(wire, wireShare);
            wire = null;
        }
    }

    boolean hasReachedWire() {
        return everReachedWire;
    }

    int attempts() {
        return attempts;
    }

    long sentAt() {
        return sentAt;
    }

    /** What must not show in a text: the plan's own secrets and every token that was sent. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(plan.secrets());
        if (authorization != null) {
            secrets.addAll(authorization.values());
        }
        if (refused != null) {
            refused.forEach(token -> secrets.addAll(token.values()));
        }
        return secrets;
    }

    /** What was sent and may be a secret too: the builder's headers, the call's own, and values in an address that the user describes. */
    List<String> sent() {
        List<String> sent = new ArrayList<>(plan.values());
        addValues(carried, sent);
        addValues(plan.headers(), sent);
        return sent;
    }

    private static void addValues(@Nullable Headers headers, List<String> values) {
        for (int i = 0; headers != null && i < headers.size(); i++) {
            if (!OPEN_HEADERS.contains(headers.name(i).toLowerCase(Locale.ROOT))) {
                values.add(headers.value(i));
            }
        }
    }
}
