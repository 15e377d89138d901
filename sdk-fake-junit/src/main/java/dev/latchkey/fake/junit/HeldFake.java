package dev.latchkey.fake.junit;

import dev.latchkey.fake.FakeServer;
import org.jspecify.annotations.Nullable;

/**
 * A fake and what the test says of it.
 *
 * @param place as in {@code LoginTest.cloud}, for messages
 * @param wanted what a parameter asked for; null for a field
 */
record HeldFake(
        FakeServer fake,
        String place,
        boolean keepsTraces,
        @Nullable WantedFake wanted) {}
