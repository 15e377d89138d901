package dev.latchkey.fake;

import dev.latchkey.fake.internal.Json;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A fake with an endpoint that counts, one with a variable, and one that answers nothing. */
final class TestServer extends FakeServer {
    final AtomicInteger executed = new AtomicInteger();

    TestServer() {
        super("/base");
        handle("POST", "/count", request -> FakeResponse.json(200, Json.object("count", executed.incrementAndGet())));
        handle("GET", "/things/{id}", request -> FakeResponse.text(200, request.pathVariable("id")));
        handle("GET", "/things/special", request -> FakeResponse.text(200, "the literal path"));
        handle("DELETE", "/things/{id}", request -> FakeResponse.text(200, request.body()));
        handle("GET", "/secrets/{token}", request -> FakeResponse.empty(204));
    }

    @Override
    protected void restoreState() {
        executed.set(0);
    }

    @Override
    protected FakeResponse notFound(FakeRequest request) {
        return FakeResponse.text(404, "nothing here");
    }

    @Override
    protected FakeResponse methodNotAllowed(FakeRequest request, Set<String> allowed) {
        return FakeResponse.text(405, "not so");
    }
}
