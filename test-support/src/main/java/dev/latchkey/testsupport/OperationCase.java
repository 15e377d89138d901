package dev.latchkey.testsupport;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Map<String, String> values;
    private final @Nullable Tokens tokens;
    private final @Nullable String answer;
    private final @Nullable String body;

    private OperationCase(
            String id,
            Function<C, ApiCall<Object>> call,
            Function<Object, @Nullable Object> written,
            Map<String, String> values,
            @Nullable Tokens tokens,
            @Nullable String answer,
            @Nullable String body) {
        this.id = id;
        this.call = call;
        this.written = written;
        this.values = values;
        this.tokens = tokens;
        this.answer = answer;
        this.body = body;
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
                Map.of(),
                null,
                null,
                null);
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
                id, client -> (ApiCall<Object>) call.apply(client), nothing, Map.of(), null, "", null);
    }

    /**
     * The value that the call gives for a placeholder of the documentation.
     *
     * @param placeholder its name
     * @param value the value
     * @return the case with it
     */
    public OperationCase<C> with(String placeholder, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(placeholder, value);
        return new OperationCase<>(id, call, written, more, tokens, answer, body);
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
        return new OperationCase<>(id, call, written, values, given, answer, body);
    }

    /**
     * The answer of an operation for which none is documented.
     *
     * @param json the answer
     * @return the case with it
     */
    public OperationCase<C> answered(String json) {
        return new OperationCase<>(id, call, written, values, tokens, json, body);
    }

    /**
     * The body of an operation of which the documentation prints no sample, or one of strings only.
     *
     * @param json the body; its members are documented, where any are
     * @return the case with it
     */
    public OperationCase<C> sending(String json) {
        return new OperationCase<>(id, call, written, values, tokens, answer, json);
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

    Map<String, String> values() {
        return values;
    }

    @Nullable
    String body() {
        return body;
    }

    @Nullable
    Tokens tokens() {
        return tokens;
    }

    String answer(DocumentedOperation operation) {
        String sample = answer != null ? answer : operation.responseExample();
        if (sample == null) {
            throw new IllegalArgumentException(id + " documents no answer; the case has to give one");
        }
        return sample;
    }
}
