package dev.latchkey.testsupport;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.Tokens;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a client carries out one documented operation. Immutable.
 *
 * @param <C> the client
 */
public final class OperationCase<C> {
    private final String id;
    private final Function<C, ApiCall<Object>> call;
    private final Function<Object, @Nullable Object> written;
    private final CaseDetails details;

    private OperationCase(
            String id,
            Function<C, ApiCall<Object>> call,
            Function<Object, @Nullable Object> written,
            CaseDetails details) {
        this.id = id;
        this.call = call;
        this.written = written;
        this.details = details;
    }

    /**
     * A case.
     *
     * @param id of the documented operation
     * @param call carries it out
     * @param written writes the decoded value as the JSON tree that it came from, by its accessors, so that a member that the
     *     model lacks or swaps shows
     * @param <C> the client
     * @param <T> the value
     * @return the case
     */
    @SuppressWarnings("unchecked") // the value of this call is given to this writer only
    public static <C, T> OperationCase<C> of(
            String id, Function<C, ApiCall<T>> call, Function<T, @Nullable Object> written) {
        return new OperationCase<>(
                id,
                client -> (ApiCall<Object>) call.apply(client),
                value -> written.apply((T) value),
                CaseDetails.NONE);
    }

    /**
     * A case of an operation whose answer has no body.
     *
     * @param id of the documented operation
     * @param call carries it out
     * @param <C> the client
     * @param <T> its value is null
     * @return the case
     */
    @SuppressWarnings("unchecked") // nobody looks at the value
    public static <C, T extends @Nullable Object> OperationCase<C> silent(String id, Function<C, ApiCall<T>> call) {
        Function<Object, @Nullable Object> nothing = value -> null;
        return new OperationCase<C>(
                id, client -> (ApiCall<Object>) call.apply(client), nothing, CaseDetails.NONE.answered("", null));
    }

    private OperationCase<C> with(CaseDetails changed) {
        return new OperationCase<>(id, call, written, changed);
    }

    /**
     * The value that the call gives for a placeholder of the documentation.
     *
     * @param placeholder its name
     * @param value the value
     * @return the case with it
     */
    public OperationCase<C> with(String placeholder, String value) {
        return with(details.with(placeholder, value));
    }

    /**
     * The call is given its token by the caller, so that no session is needed.
     *
     * @param accessToken the token
     * @return the case with it
     */
    public OperationCase<C> carrying(String accessToken) {
        return carrying(new Tokens(accessToken, null, null));
    }

    /**
     * The call is given its tokens by the caller, so that no session is needed.
     *
     * @param given the tokens, of which the vendor's scheme makes the headers
     * @return the case with them
     */
    public OperationCase<C> carrying(Tokens given) {
        return with(details.carrying(given));
    }

    /**
     * The call carries no token unless one is held already, whatever the documentation prints, so that no session is needed.
     *
     * @return the case with it
     */
    public OperationCase<C> withoutSession() {
        return with(details.withoutSession());
    }

    /**
     * The documentation prints no body, although there has to be one.
     *
     * @return the case, whose body and content type are left to a test of its own
     */
    public OperationCase<C> withUndocumentedBody() {
        return with(details.withAnyBody());
    }

    /**
     * The call accepts something else than JSON.
     *
     * @param mediaTypes the value of the header
     * @return the case with it
     */
    public OperationCase<C> accepting(String mediaTypes) {
        return with(details.accepting(mediaTypes));
    }

    /**
     * The answer of an operation for which none is documented.
     *
     * @param json the answer
     * @return the case with it
     */
    public OperationCase<C> answered(String json) {
        return with(details.answered(json, JsonTree.parse(json)));
    }

    /**
     * The body of an operation of which the documentation prints no sample, one of strings only, or one with members that
     * exclude each other.
     *
     * @param json the body; its members are documented, where any are
     * @return the case with it
     */
    public OperationCase<C> sending(String json) {
        return with(details.sending(json));
    }

    /**
     * The answer is plain text.
     *
     * @param text the answer, which is also what the decoded value is written as
     * @return the case with it
     */
    public OperationCase<C> answeredWithText(String text) {
        return with(details.answered(text, text));
    }

    String id() {
        return id;
    }

    ApiCall<Object> call(C client) {
        return call.apply(client);
    }

    @Nullable
    Object write(Object value) {
        return JsonTree.of(written.apply(value));
    }

    CaseDetails details() {
        return details;
    }

    CaseAnswer answer(DocumentedOperation operation) {
        CaseAnswer given = details.answer();
        if (given != null) {
            return given;
        }
        String sample = operation.responseExample();
        if (sample == null) {
            throw new IllegalArgumentException(id + " documents no answer; the case has to give one");
        }
        return new CaseAnswer(sample, JsonTree.parse(sample));
    }
}
