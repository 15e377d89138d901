package dev.latchkey.core.http;

import dev.latchkey.core.internal.call.CallSignal;
import dev.latchkey.core.internal.session.Authorization;
import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Puts the session's token on requests of a user's own client, where they go to the session's origin. */
final class UserAuthorization implements Interceptor {
    /** Stands for the path in error texts: of a user's own request the template is not known, and the path may hold secrets. */
    static final String PATH = "(request of an authorized client)";

    private final UserClients clients;
    private final TokenSender sender;

    UserAuthorization(UserClients clients, TokenSender sender) {
        this.clients = clients;
        this.sender = sender;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!clients.mayReach(request.url()) || clients.carriesToken(request)) {
            return chain.proceed(request);
        }
        UpgradeGuard guard = request.header("Upgrade") == null ? null : new UpgradeGuard(clients);
        if (guard != null) {
            chain.call().addEventListener(guard);
        }
        // The cache and the authenticator of a client that others share would mix identities.
        Chain ours = chain.withAuthenticator(Authenticator.NONE).withCache(null);
        try {
            return sender.send(ours, new UsersCall(clients), new CallSignal(chain.call(), request.method(), PATH));
        } catch (IOException e) {
            throw explained(request, guard, e);
        }
    }

    private static IOException explained(Request request, @Nullable UpgradeGuard guard, IOException failure) {
        String objection = guard == null ? null : guard.objection();
        return objection == null ? failure : UserGuard.heldBack(request, objection);
    }

    private record UsersCall(UserClients clients) implements TokenSender.Sending {

        @Override
        public Request request(Request request, Authorization token) {
            return token.apply(request.newBuilder())
                    .tag(SessionMark.class, new SessionMark(token))
                    .build();
        }

        @Override
        public Response proceed(Chain chain, Request request) throws IOException {
            return chain.proceed(request);
        }

        /** A 401 of another origin, to which a redirect has led, is not about our token. */
        @Override
        public boolean isRefusal(Response response) {
            return clients.mayReach(response.request().url());
        }

        @Override
        public boolean isAmbiguous() {
            return false;
        }

        @Override
        public boolean isResendable(Request request) {
            RequestBody body = request.body();
            return body == null || (!body.isOneShot() && !body.isDuplex());
        }

        @Override
        public void refused(Response response) {}
    }
}
