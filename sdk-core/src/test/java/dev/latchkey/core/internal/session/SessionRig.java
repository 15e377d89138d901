package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** An engine with everything around it that a test wants to steer. */
final class SessionRig implements AutoCloseable {
    static final SessionKey KEY = new SessionKey("test", "https://api.test", "jane");
    static final Supplier<Credentials> JANE = () -> new Credentials("jane", TokenServer.PASSWORD);

    /** As good as a slow one where nobody guesses. */
    static final PasswordPrint QUICK = (key, credentials) -> credentials.hashCode() & 0xFFFF;

    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
    private static final OkHttpClient HTTP = new OkHttpClient();

    final ManualTime time;
    final TokenServer server;
    final SessionEngine engine;
    final WaitingRoom room;
    final List<String> events = new CopyOnWriteArrayList<>();

    SessionRig(
            TokenServer server,
            ManualTime time,
            TokenStore store,
            @Nullable Supplier<Credentials> credentials,
            @Nullable OneTimePassword oneTimePassword) {
        this(
                server,
                time,
                store,
                credentials,
                oneTimePassword,
                LONG,
                SessionStart.NOTHING,
                LONG,
                LONG,
                true,
                true,
                Duration.ZERO,
                QUICK);
    }

    private SessionRig(
            TokenServer server,
            ManualTime time,
            TokenStore store,
            @Nullable Supplier<Credentials> credentials,
            @Nullable OneTimePassword oneTimePassword,
            Duration oneTimePasswordTimeout,
            SessionStart start,
            Duration tokenTimeout,
            Duration callTimeout,
            boolean storeIsGiven,
            boolean probesRefused,
            Duration tokenWait,
            PasswordPrint print) {
        this(
                server,
                time,
                store,
                credentials,
                oneTimePassword,
                oneTimePasswordTimeout,
                start,
                tokenTimeout,
                callTimeout,
                storeIsGiven,
                probesRefused,
                tokenWait,
                print,
                CLOSE_WAIT);
    }

    private SessionRig(
            TokenServer server,
            ManualTime time,
            TokenStore store,
            @Nullable Supplier<Credentials> credentials,
            @Nullable OneTimePassword oneTimePassword,
            Duration oneTimePasswordTimeout,
            SessionStart start,
            Duration tokenTimeout,
            Duration callTimeout,
            boolean storeIsGiven,
            boolean probesRefused,
            Duration tokenWait,
            PasswordPrint print,
            Duration closeWait) {
        this.server = server;
        this.time = time;
        SessionSettings settings = new SessionSettings(
                KEY,
                AuthScheme.bearer(),
                start,
                store,
                storeIsGiven,
                credentials,
                probesRefused,
                true,
                oneTimePassword,
                oneTimePasswordTimeout,
                tokenTimeout,
                callTimeout,
                tokenWait,
                time);
        room = new WaitingRoom(time, false);
        engine = new SessionEngine(settings, server, new SessionThreads(), print, room, true, closeWait);
        engine.addListener(new Recorder(events));
    }

    static SessionRig withCredentials() {
        return new SessionRig(new TokenServer(), new ManualTime(), TokenStore.inMemory(), JANE, null);
    }

    /** Whose callers wait for further tries, as those of a client do by default. */
    static SessionRig patient(TokenServer server, TokenStore store, @Nullable Supplier<Credentials> credentials) {
        return new SessionRig(
                server,
                new ManualTime(),
                store,
                credentials,
                null,
                Duration.ofSeconds(5),
                SessionStart.NOTHING,
                LONG,
                LONG,
                true,
                true,
                Duration.ofSeconds(5),
                QUICK);
    }

    /** Of a caller who does not wait. */
    static Patience impatience(ManualTime time) {
        return new WaitingRoom(time, false).patience(0, () -> Long.MAX_VALUE);
    }

    /** Lets time pass for those who wait, too. */
    void advance(Duration by) {
        time.advance(by);
        room.wake();
    }

    static SessionRig withoutCredentials() {
        return new SessionRig(new TokenServer(), new ManualTime(), TokenStore.inMemory(), null, null);
    }

    static SessionRig withCallTimeout(
            TokenServer server,
            ManualTime time,
            TokenStore store,
            @Nullable Supplier<Credentials> credentials,
            Duration callTimeout) {
        return new SessionRig(
                server,
                time,
                store,
                credentials,
                null,
                LONG,
                SessionStart.NOTHING,
                LONG,
                callTimeout,
                true,
                true,
                Duration.ZERO,
                QUICK);
    }

    /** Without credentials, on a store of its own. */
    static SessionRig startingWith(TokenServer server, SessionStart start) {
        return startingWith(server, TokenStore.inMemory(), start);
    }

    /** Without credentials. */
    static SessionRig startingWith(TokenServer server, TokenStore store, SessionStart start) {
        return new SessionRig(
                server,
                new ManualTime(),
                store,
                null,
                null,
                LONG,
                start,
                LONG,
                LONG,
                false,
                true,
                Duration.ZERO,
                QUICK);
    }

    /** With a hook that is given up after so long. */
    static SessionRig asking(
            TokenServer server, ManualTime time, TokenStore store, OneTimePassword hook, Duration limit) {
        return new SessionRig(
                server,
                time,
                store,
                JANE,
                hook,
                limit,
                SessionStart.NOTHING,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                true,
                true,
                Duration.ZERO,
                QUICK);
    }

    /** A vendor whose replaced tokens live on; calls take so long at most. */
    static SessionRig keepingReplaced(Duration longestCall, boolean storeIsGiven) {
        TokenServer server = new TokenServer();
        server.keepsReplaced = true;
        server.issuesRefreshTokens = false;
        return new SessionRig(
                server,
                new ManualTime(),
                TokenStore.inMemory(),
                JANE,
                null,
                Duration.ofSeconds(5),
                SessionStart.NOTHING,
                longestCall,
                longestCall,
                storeIsGiven,
                true,
                Duration.ZERO,
                QUICK);
    }

    /** Refused credentials are not tried again. */
    static SessionRig withoutProbes(
            TokenServer server, ManualTime time, TokenStore store, Supplier<Credentials> credentials) {
        return new SessionRig(
                server,
                time,
                store,
                credentials,
                null,
                LONG,
                SessionStart.NOTHING,
                LONG,
                LONG,
                true,
                false,
                Duration.ZERO,
                QUICK);
    }

    static SessionRig printing(TokenServer server, ManualTime time, TokenStore store, PasswordPrint print) {
        return new SessionRig(
                server,
                time,
                store,
                JANE,
                null,
                LONG,
                SessionStart.NOTHING,
                LONG,
                LONG,
                true,
                true,
                Duration.ZERO,
                print);
    }

    static SessionRig on(TokenStore store, TokenServer server, ManualTime time) {
        return new SessionRig(server, time, store, JANE, null);
    }

    /** An engine alone, with the user's code and listeners in the thread that asks. */
    static SessionEngine steered(TokenServer server, ManualTime time, SessionThreads threads, WaitingRoom room) {
        return steered(TokenStore.inMemory(), server, time, threads, room);
    }

    static SessionEngine steered(
            TokenStore store, TokenServer server, ManualTime time, SessionThreads threads, WaitingRoom room) {
        return new SessionEngine(settings(store, JANE, time), server, threads, QUICK, room, false, CLOSE_WAIT);
    }

    /** Which waits for no token request that hangs. */
    static SessionRig hurried(TokenServer server, ManualTime time, TokenStore store) {
        return new SessionRig(
                server,
                time,
                store,
                JANE,
                null,
                Duration.ofMillis(1),
                SessionStart.NOTHING,
                Duration.ofMillis(50),
                LONG,
                true,
                true,
                Duration.ZERO,
                QUICK);
    }

    /** Whose close waits for what is underway for a moment only. */
    static SessionRig closingSoon(TokenStore store, TokenServer server, ManualTime time) {
        return new SessionRig(
                server,
                time,
                store,
                JANE,
                null,
                LONG,
                SessionStart.NOTHING,
                LONG,
                LONG,
                true,
                true,
                Duration.ZERO,
                QUICK,
                Duration.ofMillis(200));
    }

    private static SessionSettings settings(TokenStore store, Supplier<Credentials> credentials, ManualTime time) {
        return new SessionSettings(
                KEY,
                AuthScheme.bearer(),
                SessionStart.NOTHING,
                store,
                true,
                credentials,
                true,
                true,
                null,
                LONG,
                LONG,
                LONG,
                Duration.ZERO,
                time);
    }

    static Call call() {
        return HTTP.newCall(new Request.Builder().url("https://api.test/things").build());
    }

    static CallSignal signal() {
        return new CallSignal(call(), "GET", "/things/{id}");
    }

    /** The access token that a call would send now. */
    String token() throws IOException {
        return bare(engine.authorization(signal()));
    }

    /** The access token that a call would send after a refusal, or null. */
    @Nullable
    String tokenAfterRefusal(Authorization refused) throws IOException {
        Replay replay = engine.afterRefusal(refused, signal());
        return replay == null ? null : bare(replay.authorization());
    }

    Authorization authorization() throws IOException {
        return engine.authorization(signal());
    }

    static String bare(Authorization authorization) {
        return authorization.values().iterator().next().substring("Bearer ".length());
    }

    /** What a call that needs a token fails with. */
    ApiException failure() {
        try {
            String token = token();
            throw new AssertionError("got a token of length " + token.length());
        } catch (ApiIOException e) {
            return e.reason();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private record Recorder(List<String> events) implements SessionListener {
        @Override
        public void renewed() {
            events.add("renewed");
        }

        @Override
        public void renewalFailed(ApiException cause) {
            events.add("renewalFailed " + cause.getClass().getSimpleName());
        }

        @Override
        public void expired(SessionExpiredException cause) {
            events.add("expired " + cause.reason());
        }

        @Override
        public void loggedOut(LogoutResult result) {
            events.add("loggedOut " + result);
        }

        @Override
        public void storeFailed(Exception cause) {
            events.add("storeFailed");
        }
    }
}
