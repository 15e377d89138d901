package dev.latchkey.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that came to a fake. Every secret in it is masked: tokens by their {@link Fingerprint}, passwords and codes
 * by {@code ***}; so it may be printed.
 *
 * @param number counts the requests of a fake from 1
 * @param at when it came, on the fake's clock
 * @param method the HTTP method
 * @param path the path template below the base URL's, or {@code (no such endpoint)}
 * @param target the path and query as sent, masked
 * @param headers the request's headers, masked; names in any case
 * @param body the request's body, masked: a form or JSON; of anything else its type and size
 * @param fingerprints the fingerprints of the tokens, by the header, parameter or member that held them, in any case
 * @param connection the number of the connection, from 0
 * @param status the status of the answer; null while the request is in flight, or if no answer was sent
 * @param executed whether the fake's state saw the request, see {@link Fault}
 * @param fault what went wrong on purpose, or null
 * @param took real time from arrival to answer; null while the request is in flight
 */
public record JournalEntry(
        long number,
        Instant at,
        String method,
        String path,
        String target,
        Map<String, String> headers,
        String body,
        Map<String, String> fingerprints,
        int connection,
        @Nullable Integer status,
        boolean executed,
        @Nullable String fault,
        @Nullable Duration took) {
    /** Copies the maps. */
    public JournalEntry {
        headers = inAnyCase(headers);
        fingerprints = inAnyCase(fingerprints);
    }

    /** Whether the request has been dealt with. */
    public boolean isFinished() {
        return took != null;
    }

    /** The masked value of a header, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /**
     * The fingerprint of the token that a header, parameter or JSON member held, or null.
     *
     * @param name as in {@code Authorization} or {@code refresh_token}
     */
    public @Nullable String fingerprint(String name) {
        return fingerprints.get(name);
    }

    /** One line: number, method, path, status, fault. */
    @Override
    public String toString() {
        String answer = !isFinished() ? "in flight" : status == null ? "no answer" : status.toString();
        return "#" + number + " " + method + " " + target + " -> " + answer
                + (fault == null ? "" : " [" + fault + (executed ? ", executed]" : ", not executed]"));
    }

    JournalEntry finished(@Nullable Integer status, boolean executed, @Nullable String fault, Duration took) {
        return new JournalEntry(
                number,
                at,
                method,
                path,
                target,
                headers,
                body,
                fingerprints,
                connection,
                status,
                executed,
                fault,
                took);
    }

    private static Map<String, String> inAnyCase(Map<String, String> map) {
        TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
