package dev.latchkey.core.http;

import dev.latchkey.core.RequestTemplate;
import dev.latchkey.core.internal.net.LimitedSockets;
import dev.latchkey.core.internal.net.NameLookups;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KClass;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The OkHttp clients that carry the calls, derived from the user's or from a fresh one. */
final class Pipeline {
    private static final int KEPT_CONNECTIONS = 256;
    private static final int MAX_ASYNC_CALLS = 64;
    private static final KClass<RequestTemplate> TEMPLATE = JvmClassMappingKt.getKotlinClass(RequestTemplate.class);

    private final Lifecycle lifecycle;
    private final ExecutorService threads;
    private final Dispatcher dispatcher;
    private final AsyncCalls asyncCalls;
    private final NameLookups names;
    private final OkHttpClient open;
    private final OkHttpClient secret;
    private final @Nullable ConnectionPool ownPool;
    private final @Nullable String userAgent;
    private final @Nullable ClientHeaders carried;

    Pipeline(
            String vendor,
            ClientSettings settings,
            Lifecycle lifecycle,
            Interceptor retry,
            Interceptor authorization,
            Interceptor guard) {
        this.lifecycle = lifecycle;
        this.threads = CallThreads.named(vendor);
        this.dispatcher = new Dispatcher(threads);
        this.names = new NameLookups(CallThreads.named(vendor + "-dns"));
        this.asyncCalls = new AsyncCalls(threads, MAX_ASYNC_CALLS);
        this.userAgent = settings.carried().userAgent();
        OkHttpClient users = settings.okHttpClient();
        OkHttpClient base = users == null ? OwnClient.keeping(KEPT_CONNECTIONS) : users;
        this.ownPool = users == null ? base.connectionPool() : null;
        List<Interceptor> usersOwn = UserClients.withoutSessions(base.interceptors());
        List<Interceptor> usersOnTheWire = UserClients.withoutSessions(base.networkInterceptors());
        List<ClientHeader> headers = settings.carried().headers();
        this.carried = headers.isEmpty() ? null : new ClientHeaders(headers, threads);
        List<Interceptor> ours = carried == null ? List.of(authorization) : List.of(carried, authorization);
        if (settings.trustsInterceptors()) {
            this.open = derived(base, retry, ours, usersOwn, usersOnTheWire, guard);
            this.secret = open;
        } else {
            this.open = derived(base, retry, usersOwn, ours, usersOnTheWire, guard);
            this.secret = derived(base, retry, List.of(), ours, List.of(), guard);
        }
    }

    /** Nothing that mixes identities or repeats by itself; what adds secrets behind those who must not see them. */
    private OkHttpClient derived(
            OkHttpClient base,
            Interceptor retry,
            List<Interceptor> first,
            List<Interceptor> then,
            List<Interceptor> onTheWire,
            Interceptor guard) {
        EventListener.Factory users = base.eventListenerFactory();
        OkHttpClient.Builder client = base.newBuilder()
                .dispatcher(dispatcher)
                .cache(null)
                .cookieJar(CookieJar.NO_COOKIES)
                .authenticator(Authenticator.NONE)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                // The execution has the one limit. The connect timeout holds until a connection is ready.
                .callTimeout(0, TimeUnit.MILLISECONDS)
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .writeTimeout(0, TimeUnit.MILLISECONDS)
                .dns(names.by(base.dns()))
                .eventListenerFactory(call -> users.create(call).plus(names))
                .socketFactory(LimitedSockets.of(base.socketFactory()));
        client.interceptors().clear();
        client.interceptors().add(retry);
        client.interceptors().addAll(first);
        client.interceptors().addAll(then);
        client.networkInterceptors().clear();
        client.networkInterceptors().addAll(onTheWire);
        client.networkInterceptors().add(guard);
        return client.build();
    }

    /** A fresh execution, not yet started. */
    Execution prepare(RequestPlan plan) {
        Execution execution = new Execution(plan);
        Request.Builder request = new Request.Builder()
                .url(plan.url())
                .method(plan.method(), plan.body())
                .tag(Execution.TAG, execution)
                .tag(TEMPLATE, new RequestTemplate(plan.method(), plan.template()));
        // Not headers(…), which makes another builder of them.
        Headers headers = plan.headers();
        for (int i = 0; i < headers.size(); i++) {
            request.addHeader(headers.name(i), headers.value(i));
        }
        if (userAgent != null && headers.get(UserAgent.HEADER) == null) {
            request.addHeader(UserAgent.HEADER, userAgent);
        }
        execution.starts((plan.secret() ? secret : open).newCall(request.build()));
        return execution;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    AsyncCalls asyncCalls() {
        return asyncCalls;
    }

    Executor threads() {
        return threads;
    }

    int connections() {
        return open.connectionPool().connectionCount();
    }

    /** First step of a close: what waits for the session would wait in vain. */
    void cancelSessionCalls() {
        cancel(false);
    }

    /** Last step of a close. */
    void close() {
        cancel(true);
        threads.shutdown();
        names.close();
        if (carried != null) {
            carried.forget();
        }
        if (ownPool != null) {
            dispatcher.setIdleCallback(ownPool::evictAll);
            ownPool.evictAll();
        }
    }

    private void cancel(boolean all) {
        for (AsyncExecution<?> waiting : asyncCalls.waiting()) {
            Execution execution = waiting.underway(); // It may have come to its turn, and to its end, meanwhile.
            if (execution != null && isMeant(execution, all)) {
                execution.call().cancel();
                waiting.endInQueue();
            }
        }
        for (Call call : dispatcher.runningCalls()) {
            if (isMeant(Execution.of(call), all)) {
                call.cancel();
            }
        }
    }

    private static boolean isMeant(Execution execution, boolean all) {
        return all || execution.plan().token() == RequestPlan.Token.OF_SESSION;
    }
}
