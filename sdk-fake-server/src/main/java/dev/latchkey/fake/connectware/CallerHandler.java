package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;

/** Answers a request whose sender is known. */
@FunctionalInterface
interface CallerHandler {
    FakeResponse handle(FakeRequest request, Caller caller);
}
