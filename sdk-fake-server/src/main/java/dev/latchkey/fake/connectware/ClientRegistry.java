package dev.latchkey.fake.connectware;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests of devices for users: locked, pending, granted, each answered by what the same request gets when it is
 * sent again. To be used with the fake's state to oneself.
 */
final class ClientRegistry {
    static final Duration DEFAULT_WINDOW = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Predicate<String> isUser;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Instant openFrom = Instant.MAX;
    private Instant openUntil = Instant.MIN;

    /** A registry for names that this says are no user's. */
    ClientRegistry(InstantSource clock, Predicate<String> isUser) {
        this.clock = clock;
        this.isUser = isUser;
    }

    void clear() {
        entries.clear();
        openFrom = Instant.MAX;
        openUntil = Instant.MIN;
    }

    /** Lets new requests in from now until this much time has passed, whatever was said before. */
    void open(Duration duration) {
        openFrom = clock.instant();
        openUntil = openFrom.plus(duration);
    }

    boolean isOpen() {
        Instant now = clock.instant();
        return !now.isBefore(openFrom) && now.isBefore(openUntil);
    }

    /** What a device is told. Once it has been told that it is granted, its request is forgotten. */
    Answer register(Registration request) {
        Entry known = entries.get(request.username());
        if (known != null && known.request.credentials().equals(request.credentials())) {
            return poll(known);
        }
        if (!isOpen()) {
            return new Answer(State.LOCKED, null);
        }
        if (known != null || isUser.test(request.username())) {
            return new Answer(State.CONFLICT, null);
        }
        entries.put(request.username(), new Entry(request));
        return new Answer(State.PENDING, null);
    }

    /**
     * The pending request of this name.
     *
     * @throws Problem 404 if there is none
     */
    Registration requirePending(String username) {
        Entry entry = entries.get(username);
        if (entry == null || entry.granted) {
            throw Problem.notFound("There is no pending request of this name");
        }
        return entry.request;
    }

    /** Grants a pending request; from now on its device is told so, and gets the certificate if there is one. */
    void grant(Registration request, @Nullable X509Certificate certificate) {
        Entry entry = entries.get(request.username());
        if (entry == null || !entry.request.equals(request)) {
            throw new IllegalStateException("the request is not pending");
        }
        entry.granted = true;
        entry.certificate = certificate;
    }

    void discard(String username) {
        entries.remove(username);
    }

    /** The requests that are pending or granted, oldest first. */
    List<Row> rows() {
        return entries.values().stream()
                .map(entry -> new Row(entry.request, entry.granted))
                .toList();
    }

    private Answer poll(Entry entry) {
        if (entry.granted) {
            entries.remove(entry.request.username());
            return new Answer(State.GRANTED, entry.certificate);
        }
        return new Answer(isUser.test(entry.request.username()) ? State.CONFLICT : State.PENDING, null);
    }

    enum State {
        LOCKED,
        PENDING,
        GRANTED,
        CONFLICT
    }

    /**
     * What a device is told.
     *
     * @param certificate what was signed, if the request is granted and asked for it
     */
    record Answer(State state, @Nullable X509Certificate certificate) {}

    /** A request that waits for a confirmation, or for its device to fetch one. */
    record Row(Registration request, boolean granted) {}

    private static final class Entry {
        final Registration request;
        boolean granted;

        @Nullable
        X509Certificate certificate;

        Entry(Registration request) {
            this.request = request;
        }
    }
}
