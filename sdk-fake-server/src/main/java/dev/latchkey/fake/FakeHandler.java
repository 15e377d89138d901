package dev.latchkey.fake;

/**
 * Answers the requests of one endpoint. A fake runs one handler at a time, so a handler may read and change the fake's
 * state without a lock, and must not block.
 */
@FunctionalInterface
public interface FakeHandler {
    /**
     * Answers a request.
     *
     * @throws Refusal to answer with an error from anywhere below
     */
    FakeResponse handle(FakeRequest request);
}
