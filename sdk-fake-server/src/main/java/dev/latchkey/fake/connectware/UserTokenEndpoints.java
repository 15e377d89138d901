package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import java.util.List;

/** The tokens of a user. */
final class UserTokenEndpoints implements Endpoints {
    private final Connectware state;

    UserTokenEndpoints(Connectware state) {
        this.state = state;
    }

    @Override
    public void register(Routes routes) {
        routes.authorized("GET", "/api/users/{id}/tokens", this::list);
        routes.authorized("DELETE", "/api/users/{id}/tokens", this::delete);
    }

    private FakeResponse list(FakeRequest request, Caller caller) {
        User user = state.directory.requireUser(request.pathVariable("id"));
        return FakeResponse.json(
                200, state.tokens.of(user).stream().map(Views::token).toList());
    }

    /** One token if the parameter is there under the name that the server knows, else all of the user's. */
    private FakeResponse delete(FakeRequest request, Caller caller) {
        User user = state.directory.requireUser(request.pathVariable("id"));
        List<String> wanted = request.query(state.settings.tokenIdParameter());
        boolean known = state.tokens.revoke(
                token -> token.userId().equals(user.id) && (wanted.isEmpty() || wanted.contains(token.fingerprint())));
        if (!known && !wanted.isEmpty()) {
            throw Problem.notFound("The user has no token with this id");
        }
        return state.views.none();
    }
}
