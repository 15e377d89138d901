package dev.latchkey.scenarios.faults;

import dev.latchkey.core.ApiCall;
import dev.latchkey.testsupport.DocumentedOperation;
import java.util.Set;
import java.util.function.Function;

/**
 * One documented operation, called so that it succeeds where nothing goes wrong.
 *
 * @param operation as documented
 * @param below where its path begins at the fake, if not at the base URL; else empty
 * @param call prepares the fake for the call and describes it
 * @param repeats what it does to carry it out twice
 * @param reads what it wants of the answer's body
 * @param renewed whether it carries the session's token, which is renewed if the server refuses it
 * @param verdicts refusals that are values of this operation
 */
record Row(
        DocumentedOperation operation,
        String below,
        Function<Scene<?, ?>, ? extends ApiCall<?>> call,
        Repeats repeats,
        Reads reads,
        boolean renewed,
        Set<Integer> verdicts) {

    /** An operation that its method says everything about: POST is harmful, a DELETE finds nothing the second time. */
    static Row of(DocumentedOperation documented, Function<Scene<?, ?>, ? extends ApiCall<?>> call) {
        Repeats repeats = switch (documented.method()) {
            case "POST" -> Repeats.HARMFUL;
            case "DELETE" -> Repeats.GONE_BY_THEN;
            default -> Repeats.HARMLESS;
        };
        return new Row(documented, "", call, repeats, Reads.JSON, documented.authorised(), Set.of());
    }

    /** Below another base URL, whose path the fake has before the operation's. */
    Row below(String path) {
        return new Row(operation, path, call, repeats, reads, renewed, verdicts);
    }

    Row repeating(Repeats how) {
        return new Row(operation, below, call, how, reads, renewed, verdicts);
    }

    Row reading(Reads what) {
        return new Row(operation, below, call, repeats, what, renewed, verdicts);
    }

    /** Carries no token, or one that the caller gives. */
    Row withoutSession() {
        return new Row(operation, below, call, repeats, reads, false, verdicts);
    }

    Row saying(Integer... statuses) {
        return new Row(operation, below, call, repeats, reads, renewed, Set.of(statuses));
    }

    String id() {
        return operation.id();
    }

    /** The fake's template. */
    String path() {
        return below + operation.path();
    }

    String vendor() {
        return id().substring(0, id().indexOf('.'));
    }

    @Override
    public String toString() {
        return id();
    }
}
