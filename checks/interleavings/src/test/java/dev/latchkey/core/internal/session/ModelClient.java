package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One client and what a user does with it. The whole engine is the real one, with threads that the checker controls. */
final class ModelClient {
    private static final SessionKey KEY = new SessionKey("model", "https://api.test", "jane");
    private static final Credentials JANE = new Credentials("jane", "LEAK7Q4Z-jane");
    private static final Credentials JOAN = new Credentials("joan", "LEAK7Q4Z-joan");
    private static final int MAX_REPLAYS = 2;

    private final ModelVendor vendor;
    private final ModelThreads threads = new ModelThreads();
    private final SessionEngine engine;
    private final Violations violations;
    private final Growth growth;
    private final Told told = new Told();
    private final Asked asked = new Asked();
    private boolean started;

    ModelClient(ModelVendor vendor, ModelStore store, ModelTime time, Violations violations) {
        this.vendor = vendor;
        this.violations = violations;
        SessionSettings settings = new SessionSettings(
                KEY,
                AuthScheme.bearer(),
                SessionStart.NOTHING,
                store,
                true,
                () -> JANE,
                true,
                false,
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ZERO,
                time);
        engine = new SessionEngine(
                settings, vendor, new SessionThreads(threads, timer -> null), (key, credentials) -> 7);
        engine.addListener(told);
        growth = new Growth(engine, violations);
    }

    /** Before other threads begin: logs in, or takes up what is stored. */
    void start() {
        threads.inline(() -> engine.actions().renew().join());
        started = true;
    }

    /** Before other threads begin: logs out. */
    void startLoggedOut() {
        start();
        threads.inline(() -> engine.actions().logout().join());
        started = false;
    }

    /** Whether it had a session when the other threads began. */
    boolean isStarted() {
        return started;
    }

    /** A call of the vendor's API, replayed as the SDK replays it. */
    void call() {
        boolean loggedOut = asked.promised("logout") > 0;
        boolean closed = asked.promised("close") > 0;
        int number = asked.begin("call");
        String outcome = send();
        boolean over = loggedOut && asked.begun("login") == 0;
        violations.addIf(over && outcome.equals("ok"), "a call succeeded that began after a logout");
        violations.addIf(closed && !outcome.equals("CLOSED"), "a call that began after a close ended with " + outcome);
        asked.promise(number, CompletableFuture.completedFuture(outcome));
        growth.look();
        threads.join();
    }

    void renew() {
        await("renew", () -> engine.actions().renew());
    }

    void login() {
        await("login", () -> engine.actions().login(null));
    }

    void loginAsJoan() {
        await("login", () -> engine.actions().login(JOAN));
    }

    void logout() {
        await("logout", () -> engine.actions().logout());
    }

    void close() {
        await("close", () -> {
            engine.close();
            return CompletableFuture.completedFuture("ok");
        });
    }

    Snapshot snapshot() {
        return engine.snapshot();
    }

    Told told() {
        return told;
    }

    Asked asked() {
        return asked;
    }

    int threadsRunning() {
        return threads.running();
    }

    private void await(String operation, Supplier<CompletableFuture<?>> asking) {
        int number = asked.begin(operation);
        asked.promise(number, asking.get());
        growth.look();
        threads.join();
        growth.look();
    }

    private String send() {
        // A wait is modelled by that for the threads of the session: Lincheck knows a join, while a park is a loop to
        // it.
        CallSignal signal = new CallSignal(new ModelCall(threads::join), "GET", "/things");
        try {
            Authorization token = engine.authorization(signal);
            for (int replays = 0; !vendor.accepts(token); replays++) {
                Replay replay = replays < MAX_REPLAYS ? engine.afterRefusal(token, signal) : null;
                if (replay == null) {
                    return "refused";
                }
                token = replay.authorization();
            }
            return "ok";
        } catch (ApiIOException e) {
            return Asked.word(e.reason());
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
