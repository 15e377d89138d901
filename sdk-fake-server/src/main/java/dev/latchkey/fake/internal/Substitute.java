package dev.latchkey.fake.internal;

import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What is sent on an HTTP/2 stream when its answer is due.
 *
 * @param frames these come first
 * @param answers whether the answer follows; one that does not has to be a status and nothing else, which is a single
 *     frame and changes no table of HPACK
 * @param end ends the connection, or null
 */
record Substitute(
        ByteString frames, boolean answers, @Nullable Runnable end) {
    static Substitute before(byte[] frames) {
        return new Substitute(ByteString.of(frames), true, null);
    }

    static Substitute instead(byte[] frames) {
        return new Substitute(ByteString.of(frames), false, null);
    }

    static Substitute silence() {
        return new Substitute(ByteString.EMPTY, false, null);
    }

    static Substitute ending(Runnable end) {
        return new Substitute(ByteString.EMPTY, false, end);
    }
}
