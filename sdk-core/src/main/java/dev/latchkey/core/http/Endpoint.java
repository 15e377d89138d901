package dev.latchkey.core.http;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.call.WholeCharacters;
import dev.latchkey.core.json.JsonCodec;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One operation while it is described, by a vendor module or through a client's {@code request(…)}. It ends in one of the
 * {@code returning} methods, which freeze it into an immutable {@link ApiCall}; nothing is sent before that is executed.
 *
 * <pre>{@code
 * http.get("/users/{id}", id).query("expand", "groups").returning(User.JSON)
 * }</pre>
 *
 * <p>For one thread. Every method but the last returns this same endpoint.
 */
public final class Endpoint {
    private static final MediaType JSON = MediaType.get("application/json");

    private final Transport transport;
    private final HttpUrl.Builder url;
    private final EndpointDraft draft;

    Endpoint(Transport transport, HttpUrl.Builder url, EndpointDraft draft) {
        this.transport = transport;
        this.url = url;
        this.draft = draft;
    }

    /**
     * Adds a query parameter, percent-encoded, brackets included.
     *
     * @param name the parameter
     * @param value its value; null leaves it out, an {@link Iterable} repeats the name
     * @return this
     * @throws InvalidInputException if the value holds half a character
     */
    public Endpoint query(String name, @Nullable Object value) {
        if (value instanceof Iterable<?> values) {
            values.forEach(each -> query(name, each));
        } else if (value != null) {
            String text = value.toString();
            WholeCharacters.require("The name of a parameter", name);
            WholeCharacters.require("The parameter ", name, text);
            url.addQueryParameter(name, text);
            draft.sends(text);
        }
        return this;
    }

    /**
     * Sets a header, instead of one of the same name.
     *
     * @param name not one that carries the session's token
     * @param value visible ASCII
     * @return this
     * @throws InvalidInputException if the name or the value cannot be sent; the message does not show the value
     */
    public Endpoint header(String name, String value) {
        HeaderFields.check(name, value, transport.sessionHeaders());
        draft.header(name, value);
        return this;
    }

    /**
     * Adds a field to a form, which is sent urlencoded and in this order.
     *
     * @param name the field
     * @param value its value; null leaves it out
     * @return this
     * @throws InvalidInputException if the value holds half a character
     */
    public Endpoint form(String name, @Nullable String value) {
        draft.form(name, value);
        return this;
    }

    /**
     * Adds a field that is a secret, which makes the whole endpoint {@link #secret()}. Its value shows in no error text.
     *
     * @param name the field
     * @param value its value
     * @return this
     * @throws InvalidInputException if the value holds half a character; the message does not show it
     */
    public Endpoint secretForm(String name, String value) {
        draft.form(name, value);
        return mask(value).secret();
    }

    /**
     * Sends JSON.
     *
     * @param adapter writes the body
     * @param body what to send
     * @param <T> its type
     * @return this
     * @throws InvalidInputException if the value holds what JSON cannot say, or half a character; the message does not show it
     */
    public <T> Endpoint json(JsonAdapter<T> adapter, T body) {
        try {
            return json(JsonCodec.encodeToSend(adapter, body));
        } catch (InvalidInputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("The request holds what JSON cannot say: an infinite number or NaN.");
        }
    }

    /**
     * Sends JSON that is text already.
     *
     * @param text the body
     * @return this
     * @throws InvalidInputException if the text holds half a character
     */
    public Endpoint json(String text) {
        WholeCharacters.require("The JSON", text);
        return json(ByteString.encodeUtf8(text));
    }

    private Endpoint json(ByteString text) {
        // From bytes, since OkHttp adds a charset to the type of a text.
        return body(RequestBody.create(text, JSON));
    }

    /**
     * Sends a body. One that is one-shot or duplex is written at most once, so such a call is neither repeated nor replayed.
     *
     * @param body what to send
     * @return this
     */
    public Endpoint body(RequestBody body) {
        draft.body(body);
        return this;
    }

    /**
     * Says how the request may be repeated. Without this, GET, HEAD and OPTIONS are {@link Repeat#SAFE}, PUT and DELETE are
     * {@link Repeat#IDEMPOTENT}, and everything else is {@link Repeat#ONCE}.
     *
     * @param repeat how
     * @return this
     */
    public Endpoint repeat(Repeat repeat) {
        draft.repeat(repeat);
        return this;
    }

    /**
     * Sends no token.
     *
     * @return this
     */
    public Endpoint anonymous() {
        draft.token(RequestPlan.Token.NONE);
        return this;
    }

    /**
     * Sends the session's token if there is one that has not expired, and none otherwise: nobody is logged in for this
     * request, and a refusal is the answer.
     *
     * @return this
     */
    public Endpoint tokenIfHeld() {
        draft.token(RequestPlan.Token.OF_SESSION_IF_HELD);
        return this;
    }

    /**
     * Sends these tokens instead of the session's. A refusal is the answer: nothing is renewed or replayed.
     *
     * @param tokens what a server issued
     * @return this
     * @throws InvalidInputException if a token cannot be sent, because it holds a line break for instance
     */
    public Endpoint as(Tokens tokens) {
        draft.given(tokens);
        return this;
    }

    /**
     * Limits a whole execution to less than the client's own limit, which still holds.
     *
     * @param limit more than zero
     * @return this
     * @throws InvalidInputException if the limit is zero or negative
     */
    public Endpoint within(Duration limit) {
        draft.within(Limits.nanos("The limit", limit));
        return this;
    }

    /**
     * Says that request or answer deals in secrets: the user's interceptors take no part, and no error keeps the body.
     *
     * @return this
     */
    public Endpoint secret() {
        draft.secret(RequestPlan.Secrecy.ALL);
        return this;
    }

    /**
     * Says that the answer deals in secrets, as {@link #secret()} does, while the body of the request holds none but those that
     * are named with {@link #mask}: the others may show in error texts, where they tell which user or which id was meant.
     *
     * @return this
     */
    public Endpoint secretAnswer() {
        draft.secret(RequestPlan.Secrecy.ANSWER);
        return this;
    }

    /**
     * Says that an answer cannot be had again: if a success breaks off before its end, what has arrived is read. The reader
     * must do with less, as {@link JsonCodec#salvage} does.
     *
     * @return this
     */
    public Endpoint salvaged() {
        draft.salvaged();
        return this;
    }

    /**
     * Names a value that shows in no error text, such as a path parameter that is a token.
     *
     * @param secret the value
     * @return this
     */
    public Endpoint mask(String secret) {
        draft.mask(secret);
        return this;
    }

    /**
     * Ends the description: the answer is JSON.
     *
     * @param adapter of the documented shape
     * @param <T> the value
     * @return the call
     */
    public <T> ApiCall<T> returning(JsonAdapter<T> adapter) {
        return call(answer -> answer.json(adapter));
    }

    /**
     * Ends the description: the answer is read by a function.
     *
     * @param reader makes the value
     * @param <T> the value
     * @return the call
     */
    public <T> ApiCall<T> returning(ResponseReader<T> reader) {
        return call(reader);
    }

    /**
     * Ends the description: the answer is text.
     *
     * @return the call
     */
    public ApiCall<String> returningText() {
        return call(Answer::text);
    }

    /**
     * Ends the description: only the status matters.
     *
     * @return the call, whose value is null
     */
    @SuppressWarnings("NullAway") // sees no nullness in generics where the build runs on a JDK before 22
    public ApiCall<@Nullable Void> returningNothing() {
        return call(answer -> null);
    }

    /**
     * Ends the description as {@link #returningNothing()}, with something to be done here once the server has done what it was
     * asked.
     *
     * @param done runs once for each execution that succeeds; it must not block
     * @return the call, whose value is null
     */
    @SuppressWarnings("NullAway") // as above
    public ApiCall<@Nullable Void> returningNothing(Runnable done) {
        return call(answer -> {
            done.run();
            return null;
        });
    }

    private <T extends @Nullable Object> ApiCall<T> call(ResponseReader<T> reader) {
        return new HttpApiCall<>(transport, draft.freeze(url.build()), reader);
    }
}
