package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeServer;

/** Where the groups of endpoints put their operations; a {@link Problem} of theirs becomes the answer. */
final class Routes {
    private final FakeServer fake;
    private final Guard guard;

    Routes(FakeServer fake, Guard guard) {
        this.fake = fake;
        this.guard = guard;
    }

    /** An operation that needs no token and looks at none. */
    void open(String method, String path, FakeHandler handler) {
        fake.handle(method, path, request -> {
            try {
                return handler.handle(request);
            } catch (Problem problem) {
                return problem.response();
            }
        });
    }

    /** An operation that wants a live token. */
    void authorized(String method, String path, CallerHandler handler) {
        open(method, path, request -> handler.handle(request, guard.caller(request)));
    }
}
