package dev.latchkey.benchmarks.token;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.internal.call.CallSignal;
import dev.latchkey.core.internal.session.Authorization;
import dev.latchkey.core.internal.session.SessionEngine;
import dev.latchkey.core.internal.session.SessionSettings;
import dev.latchkey.core.internal.session.SessionStart;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.core.vendor.AuthScheme;
import dev.latchkey.core.vendor.LoginAttempt;
import dev.latchkey.core.vendor.TokenGrant;
import dev.latchkey.core.vendor.TokenService;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** The session's engine as a client makes it, on a token endpoint that answers at once. */
final class OurSession implements AutoCloseable {
    private final SessionEngine engine;
    private final CallSignal signal;

    private OurSession(SessionEngine engine, CallSignal signal) {
        this.engine = engine;
        this.signal = signal;
    }

    static OurSession loggedIn() throws Exception {
        Duration patience = Duration.ofSeconds(10);
        SessionEngine engine = new SessionEngine(
                new SessionSettings(
                        new SessionKey("benchmark", "https://api.example.com", "jane"),
                        AuthScheme.bearer(),
                        SessionStart.NOTHING,
                        TokenStore.inMemory(),
                        false,
                        () -> new Credentials("jane", "secret"),
                        true,
                        false,
                        null,
                        patience,
                        patience,
                        patience,
                        patience,
                        TimeSource.system()),
                new Granting());
        engine.actions().login(null).get(patience.toSeconds(), TimeUnit.SECONDS);
        Call call = new OkHttpClient()
                .newCall(new Request.Builder().url("https://api.example.com").build());
        return new OurSession(engine, new CallSignal(call, "GET", "/"));
    }

    /** What the authorization step of each call does first. */
    Authorization fresh() throws IOException {
        return engine.authorization(signal);
    }

    @Override
    public void close() {
        engine.close();
    }

    private static final class Granting implements TokenService {
        @Override
        public TokenGrant login(LoginAttempt attempt) {
            return TokenGrant.lasting(new dev.latchkey.core.auth.Tokens(Tokens.VALUE, null, null), Tokens.LIFE, null);
        }

        @Override
        public TokenGrant refresh(String refreshToken) {
            throw new UnsupportedOperationException("no refresh tokens");
        }

        @Override
        public LogoutResult logout(dev.latchkey.core.auth.Tokens tokens) {
            return LogoutResult.LOCAL_ONLY;
        }

        @Override
        public boolean logoutNeedsLiveToken() {
            return false;
        }

        @Override
        public boolean rejects(ApiException failure) {
            return false;
        }
    }
}
