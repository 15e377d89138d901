package dev.latchkey.core.http;

import dev.latchkey.core.Operation;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.SessionStatus;
import dev.latchkey.core.internal.session.SessionEngine;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;

/** The session as a user sees it. */
final class ClientSession implements Session {
    private final SessionEngine engine;
    private final UserClients clients;
    private final Executor threads;

    ClientSession(SessionEngine engine, UserClients clients, Executor threads) {
        this.engine = engine;
        this.threads = threads;
        this.clients = clients;
    }

    @Override
    public Operation<SessionState> login() {
        return new EngineOperation<>("login", threads, () -> engine.actions().login(null));
    }

    @Override
    public Operation<SessionState> login(Credentials credentials) {
        Objects.requireNonNull(credentials);
        return new EngineOperation<>("login", threads, () -> engine.actions().login(credentials));
    }

    @Override
    public Operation<SessionState> renew() {
        return new EngineOperation<>("renewal", threads, engine.actions()::renew);
    }

    @Override
    public Operation<SessionState> ensure() {
        return new EngineOperation<>("ensure", threads, engine.actions()::ensure);
    }

    @Override
    public Operation<SessionState> restore() {
        return new EngineOperation<>("restore", threads, engine.actions()::restore);
    }

    @Override
    public SessionStatus status() {
        return engine.view().status();
    }

    @Override
    public Operation<LogoutResult> logout() {
        return new EngineOperation<>("logout", threads, engine.actions()::logout);
    }

    @Override
    public SessionState state() {
        return engine.view().state();
    }

    @Override
    public Optional<Instant> expiresAt() {
        return engine.view().expiresAt();
    }

    @Override
    public OkHttpClient.Builder authorize(OkHttpClient.Builder builder) {
        return clients.authorize(builder);
    }

    @Override
    public void alsoAuthorize(String url) {
        clients.alsoAuthorize(url);
    }

    @Override
    public void addListener(SessionListener listener) {
        engine.addListener(Objects.requireNonNull(listener));
    }

    @Override
    public void removeListener(SessionListener listener) {
        engine.removeListener(listener);
    }

    /** The state; never a token. */
    @Override
    public String toString() {
        return "Session[" + state() + "]";
    }
}
