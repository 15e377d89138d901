package dev.latchkey.reliability.processes;

import java.util.List;

/**
 * What a child is told on its command line. Its password, if any, travels in its environment.
 *
 * @param baseUrl of the server
 * @param store a folder, or the URL of a database
 * @param identity names the session in the store
 * @param hasCredentials whether it can log in
 * @param work what it does
 * @param threads how many of them do it
 */
record ChildSettings(String baseUrl, String store, String identity, boolean hasCredentials, Work work, int threads) {
    static final String PASSWORD_VARIABLE = "LATCHKEY_CHILD_PASSWORD";

    /** What a thread of a child does again and again. */
    enum Work {
        /** A call that needs a token, and a pause of some milliseconds. */
        CALLS,
        /** A renewal, and a call with what it brought; no pause. */
        RENEWALS
    }

    ChildSettings withCredentials() {
        return new ChildSettings(baseUrl, store, identity, true, work, threads);
    }

    List<String> arguments() {
        return List.of(
                baseUrl, store, identity, Boolean.toString(hasCredentials), work.name(), Integer.toString(threads));
    }

    static ChildSettings parse(String... arguments) {
        return new ChildSettings(
                arguments[0],
                arguments[1],
                arguments[2],
                Boolean.parseBoolean(arguments[3]),
                Work.valueOf(arguments[4]),
                Integer.parseInt(arguments[5]));
    }
}
