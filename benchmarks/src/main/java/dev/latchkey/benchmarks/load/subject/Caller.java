package dev.latchkey.benchmarks.load.subject;

/** One client of a realm, logged in as it first needs to be. Used by many threads. */
public interface Caller extends AutoCloseable {
    /**
     * Reads the devices, with a token.
     *
     * @param id names the call to the server
     * @throws Exception if the call fails, or its answer is wrong
     */
    void call(String id) throws Exception;

    @Override
    void close();
}
