package dev.latchkey.scenarios.soak;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.TransportException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes wrong on purpose, and which failure of a call it makes right. */
final class Mishaps {
    static final long LONGEST_ANSWER = 64 * 1024;

    static final Fault[] ALL = {
        Fault.status(429),
        Fault.status(500),
        Fault.status(502),
        Fault.status(503),
        Fault.html(503),
        Fault.reset(),
        Fault.dropped(),
        Fault.answerLost(),
        Fault.truncated(),
        Fault.garbage(),
        Fault.emptyBody(),
        Fault.oversize(4 * LONGEST_ANSWER),
        Fault.gzipBomb(100 * LONGEST_ANSWER),
        Fault.slowDrip(64, Duration.ofMillis(5)),
        Fault.delay(Duration.ofMillis(100)),
        Fault.amended(members -> members.remove("expires_in")),
    };

    private static final int ATTEMPTS = 4;

    /** A call may go wrong in the same way in all its attempts; only a request that may do harm has no second one. */
    private static final Set<String> REPEATED =
            Set.of("status 502", "status 503", "html 503", "reset", "dropped", "answer lost", "truncated");

    private static final String TOO_MANY = "status 429";

    private static final Map<String, Class<? extends ApiException>> FAILURES = Stream.of(
                    Map.<String, Class<? extends ApiException>>of(
                            TOO_MANY,
                            RateLimitedException.class,
                            "status 500",
                            ServerErrorException.class,
                            "status 502",
                            ServerErrorException.class,
                            "status 503",
                            ServerErrorException.class,
                            "html 503",
                            ServerErrorException.class),
                    Map.<String, Class<? extends ApiException>>of(
                            "reset", TransportException.class,
                            "dropped", TransportException.class,
                            "answer lost", TransportException.class,
                            "truncated", TransportException.class,
                            "garbage", MalformedResponseException.class,
                            "empty body", MalformedResponseException.class,
                            "oversize", MalformedResponseException.class,
                            "gzip bomb", MalformedResponseException.class))
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Mishaps() {}

    /** Whether the requests that a call sent explain its failure: the last met a fault, after as many others as it must. */
    static boolean explain(ApiException failure, List<JournalEntry> requests, boolean mayDoHarm) {
        List<String> faults = requests.stream()
                .map(JournalEntry::fault)
                .filter(fault -> fault != null)
                .toList();
        if (faults.isEmpty()) {
            return false;
        }
        String last = faults.get(faults.size() - 1);
        Class<? extends ApiException> expected = FAILURES.get(last);
        if (expected == null || !expected.isInstance(failure)) {
            return false;
        }
        boolean repeated = last.equals(TOO_MANY) || (REPEATED.contains(last) && !mayDoHarm);
        return !repeated || faults.size() >= ATTEMPTS;
    }
}
