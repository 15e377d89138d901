package dev.latchkey.scenarios.faults;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.TransportException;
import dev.latchkey.core.UnauthorizedException;
import java.util.Set;

/** What a fault makes of an operation: the table of which the matrix consists. */
@FunctionalInterface
interface Effect {
    Cell on(Row row, Hits hits);

    /** The status is an answer, and repeating the request would not change it. */
    static Effect refusal(int status, Class<?> as) {
        return (row, hits) -> Cell.once(row.verdicts().contains(status) ? Value.class : as);
    }

    /** 401: a session gets another token, once. */
    static Effect tokenRefused() {
        return (row, hits) -> row.renewed() && row.repeats() != Repeats.NEVER
                ? Cell.repeated(hits, Value.class, UnauthorizedException.class)
                : Cell.once(UnauthorizedException.class);
    }

    /** 429: nothing was done, so that even what is harmful is sent again. */
    static Effect busy() {
        return (row, hits) -> row.repeats() == Repeats.NEVER
                ? Cell.once(RateLimitedException.class)
                : Cell.repeated(hits, Value.class, RateLimitedException.class);
    }

    /** 502, 503, 504: the server may have done it or not. */
    static Effect outage(boolean executed) {
        return (row, hits) -> row.repeats().allowed()
                ? Cell.repeated(hits, secondTime(row, executed), ServerErrorException.class)
                : Cell.once(ServerErrorException.class);
    }

    /** No answer, and nobody knows whether the server did it. */
    static Effect broken(boolean executed) {
        return (row, hits) -> row.repeats().allowed()
                ? Cell.broken(hits, secondTime(row, executed))
                : Cell.once(TransportException.class);
    }

    /** Half an answer. What carries tokens is read as far as it came; a half of nothing is whole. */
    static Effect cutOff() {
        return (row, hits) -> switch (row.reads()) {
            case JSON, CONFIRMATION, TEXT -> broken(true).on(row, hits);
            case JSON_AS_FAR_AS_IT_COMES -> Cell.once(Value.class, MalformedResponseException.class);
            case STATUS, NOTHING, NO_CONTENT -> Cell.once(Value.class);
        };
    }

    /** The status of a real answer with a body that is none. */
    static Effect nonsense(Class<?> asText) {
        return (row, hits) -> switch (row.reads()) {
            case JSON, JSON_AS_FAR_AS_IT_COMES, CONFIRMATION -> Cell.once(MalformedResponseException.class);
            case TEXT -> Cell.once(asText);
            case STATUS, NOTHING, NO_CONTENT -> Cell.once(Value.class);
        };
    }

    /** The status of a real answer without its body. */
    static Effect emptied() {
        return (row, hits) -> row.reads() == Reads.CONFIRMATION
                ? Cell.once(Value.class)
                : nonsense(MalformedResponseException.class).on(row, hits);
    }

    /** 200, and a body that some proxy made. */
    static Effect imposture() {
        return (row, hits) -> row.reads() == Reads.STATUS
                ? Cell.once(MalformedResponseException.class)
                : nonsense(Value.class).on(row, hits);
    }

    /** Members are missing or of another type: models are lenient where they can be. */
    static Effect strangeMembers() {
        return (row, hits) ->
                row.reads().json() ? Cell.once(Value.class, MalformedResponseException.class) : Cell.once(Value.class);
    }

    /** More than the client is willing to read. */
    static Effect tooLarge() {
        return (row, hits) -> Cell.once(MalformedResponseException.class);
    }

    /** The same in a body, which nobody looks at where the status says that there is none. */
    static Effect tooLargeBody() {
        return (row, hits) -> row.reads() == Reads.NO_CONTENT
                ? Cell.once(Value.class)
                : tooLarge().on(row, hits);
    }

    /** No answer within the call's time. */
    static Effect silence() {
        return (row, hits) -> Cell.once(CallTimeoutException.class);
    }

    /** A good answer arrives. */
    static Effect harmless() {
        return (row, hits) -> Cell.once(Value.class);
    }

    /** Certainly not processed: sent again at once, whatever it is, and nothing is done twice. */
    static Effect notProcessed() {
        return (row, hits) -> hits.passes()
                ? new Cell(Set.of(Value.class), 2)
                : new Cell(Set.of(TransportException.class), Cell.ATTEMPTS + Cell.AT_ONCE);
    }

    /** A body that does not end within the call's time. */
    static Effect drip() {
        return (row, hits) -> row.reads().json() || row.reads() == Reads.TEXT
                ? Cell.once(CallTimeoutException.class)
                : Cell.once(Value.class);
    }

    /** No connection: certainly not done, so that even what is harmful is tried again. */
    static Effect unreachable() {
        return (row, hits) -> row.repeats() == Repeats.NEVER
                ? Cell.once(TransportException.class)
                : Cell.repeated(hits, Value.class, TransportException.class);
    }

    private static Class<?> secondTime(Row row, boolean executed) {
        return executed && row.repeats() == Repeats.GONE_BY_THEN ? NotFoundException.class : Value.class;
    }
}
