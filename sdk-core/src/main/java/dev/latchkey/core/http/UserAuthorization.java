package dev.latchkey.core.http;

import dev.latchkey.core.internal.call.CallSignal;
import dev.latchkey.core.internal.session.Authorization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.HttpUrl;
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
    private final List<UserClients> later;

    UserAuthorization(UserClients clients, TokenSender sender) {
        this(clients, sender, List.of());
    }

    private UserAuthorization(UserClients clients, TokenSender sender, List<UserClients> later) {
        this.clients = clients;
        this.sender = sender;
        this.later = later;
    }

    /** The same for a client that another session authorises after this one: where both may, that one does. */
    UserAuthorization before(UserClients another) {
        List<UserClients> more = new ArrayList<>(later);
        more.add(another);
        return new UserAuthorization(clients, sender, more);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (!isOurs(chain.request().url())) {
            return chain.proceed(chain.request());
        }
        SessionMark mark = SessionMark.of(chain.call());
        Request request = mark.unauthorized(chain.request());
        if (clients.carriesToken(request)) {
            return chain.proceed(request);
        }
        UpgradeGuard guard = request.header("Upgrade") == null ? null : new UpgradeGuard(clients, mark);
        if (guard != null) {
            chain.call().addEventListener(guard);
        }
        // The cache and the authenticator of a client that others share would mix identities.
        Chain ours = chain.withAuthenticator(Authenticator.NONE).withCache(null);
        try {
            return sender.send(
                    ours, new UsersCall(clients, mark, request), new CallSignal(chain.call(), request.method(), PATH));
        } catch (IOException e) {
            throw explained(request, guard, mark.withoutToken(e));
        }
    }

    private boolean isOurs(HttpUrl url) {
        return clients.mayReach(url) && later.stream().noneMatch(each -> each.mayReach(url));
    }

    private static IOException explained(Request request, @Nullable UpgradeGuard guard, IOException failure) {
        String objection = guard == null ? null : guard.objection();
        return objection == null ? failure : UserGuard.heldBack(request, objection);
    }

    private record UsersCall(UserClients clients, SessionMark mark, Request bare) implements TokenSender.Sending {

        @Override
        public Request request(Request request, Authorization token) {
            mark.carries(clients, token);
            return token.apply(clients.asking(bare)).build();
        }

        @Override
        public Response proceed(Chain chain, Request request) throws IOException {
            return chain.proceed(request);
        }

        /** A 401 of another origin, to which a redirect has led, or behind one, is not about our token. */
        @Override
        public boolean isRefusal(Response response) {
            return mark.isOf(clients)
                    && !mark.hasLeft()
                    && clients.mayReach(response.request().url());
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
