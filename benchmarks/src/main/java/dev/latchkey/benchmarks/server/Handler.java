package dev.latchkey.benchmarks.server;

/**
 * What a server answers. It is called on the server's only thread: it must not wait, and may keep its state in plain fields.
 * A class that a {@link ServerProcess} is to run needs a public constructor without parameters.
 */
@FunctionalInterface
public interface Handler {
    /** The answer to a request. */
    Answer answer(Request request);
}
