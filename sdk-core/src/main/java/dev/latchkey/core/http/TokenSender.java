package dev.latchkey.core.http;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.internal.call.CallSignal;
import dev.latchkey.core.internal.session.Authorization;
import dev.latchkey.core.internal.session.Replay;
import dev.latchkey.core.internal.session.SessionEngine;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Sends a request with the session's token, and where the server refuses it, again with another one. */
final class TokenSender {
    private static final int MAX_REPLAYS = 2;
    private static final long KEPT_OF_A_REFUSAL = 64 * 1024;

    private final AuthScheme scheme;
    private volatile @Nullable SessionEngine engine;

    TokenSender(AuthScheme scheme) {
        this.scheme = scheme;
    }

    /** The session is made last: its token service needs the pipeline. */
    void use(SessionEngine session) {
        engine = session;
    }

    /** What differs between the SDK's own calls and those of a client that the session authorises. */
    interface Sending {
        Request request(Request request, Authorization token);

        Response proceed(Interceptor.Chain chain, Request request) throws IOException;

        boolean isRefusal(Response response);

        /** Whether a refusal may be about something else, such as a wrong code. */
        boolean isAmbiguous();

        boolean isResendable(Request request);

        void refused(Response response);
    }

    Response send(Interceptor.Chain chain, Sending sending, CallSignal signal) throws IOException {
        SessionEngine session = Objects.requireNonNull(engine, "the client is not built yet");
        Authorization token = token(session, signal);
        Response response = sending.proceed(chain, request(sending, chain.request(), token, signal));
        if (!scheme.refuses(response) || !sending.isRefusal(response)) {
            session.answered(signal);
            if (response.isSuccessful()) {
                session.accepted(token);
            }
            return response;
        }
        if (sending.isAmbiguous()) {
            session.doubted(token);
            return response;
        }
        if (!isPage(response)) {
            session.refused(token);
        }
        if (!sending.isResendable(chain.request())) {
            session.refusedWithoutReplay(token, signal);
            return response;
        }
        return replay(chain, sending, signal, session, token, response);
    }

    /** A token that has not expired, or null. Waits for nothing. */
    @Nullable
    Authorization held() {
        SessionEngine session = engine;
        return session == null ? null : session.view().held();
    }

    /** Nothing but an {@code IOException} may leave an interceptor. */
    private static Authorization token(SessionEngine session, CallSignal signal) throws IOException {
        try {
            return session.authorization(signal);
        } catch (RuntimeException | LinkageError e) {
            throw Unexpected.in(signal::failure, e);
        }
    }

    private static @Nullable Replay another(SessionEngine session, Authorization refused, CallSignal signal)
            throws IOException {
        try {
            return session.afterRefusal(refused, signal);
        } catch (RuntimeException | LinkageError e) {
            throw Unexpected.in(signal::failure, e);
        }
    }

    private static Request request(Sending sending, Request request, Authorization token, CallSignal signal)
            throws IOException {
        try {
            return sending.request(request, token);
        } catch (RuntimeException | LinkageError e) {
            throw Unexpected.in(signal::failure, e);
        }
    }

    private Response replay(
            Interceptor.Chain chain,
            Sending sending,
            CallSignal signal,
            SessionEngine session,
            Authorization first,
            Response refusal)
            throws IOException {
        Set<Authorization> refused = new HashSet<>();
        Authorization token = first;
        Response answer = refusal;
        Replay last = null;
        for (int replays = 0; replays < MAX_REPLAYS; replays++) {
            refused.add(token);
            answer = detached(answer);
            Replay replay = another(session, token, signal);
            if (replay == null || refused.contains(replay.authorization())) {
                break;
            }
            last = replay;
            sending.refused(answer);
            token = replay.authorization();
            answer = sending.proceed(chain, request(sending, chain.request(), token, signal));
            if (!scheme.refuses(answer) || !sending.isRefusal(answer)) {
                session.accepted(replay);
                session.answered(signal);
                return answer;
            }
        }
        if (last != null) {
            session.refusedAgain(last, signal);
        }
        return answer;
    }

    /** Something in front of the server refuses with a page for people. */
    private static boolean isPage(Response response) {
        String type = response.header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /** The answer's own bytes are read before the call waits: a server may give up on a client that does not read. */
    private static Response detached(Response response) {
        IOException failure = null;
        try {
            return response.newBuilder()
                    .body(response.peekBody(KEPT_OF_A_REFUSAL))
                    .build();
        } catch (IOException e) {
            failure = e;
            return response.newBuilder().body(ResponseBody.EMPTY).build();
        } finally {
            BodyBuffer.close(response, failure);
        }
    }
}
