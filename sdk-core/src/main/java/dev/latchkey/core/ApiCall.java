package dev.latchkey.core;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP operation of a vendor's API, described but not yet sent. It may be executed again, from any thread; each
 * execution is sent, retried, cancelled and timed out by itself.
 *
 * <pre>{@code
 * User user = client.users().get(id).execute();
 * CompletableFuture<User> later = client.users().get(id).timeout(Duration.ofSeconds(5)).executeAsync();
 * }</pre>
 *
 * @param <T> the decoded answer
 */
public interface ApiCall<T extends @Nullable Object> extends Operation<T> {

    /**
     * Like {@link #execute()}, with the status, the headers and the raw body beside the value.
     *
     * @return the whole answer
     * @throws ApiException as {@link #execute()}
     */
    ApiResponse<T> executeForResponse();

    /**
     * Like {@link #executeAsync()}, with the status, the headers and the raw body beside the value.
     *
     * @return a future of the whole answer
     */
    CompletableFuture<ApiResponse<T>> executeForResponseAsync();

    /**
     * Limits the whole of an execution: queueing, renewal of the token, every attempt, every pause between them, and
     * reading the answer.
     *
     * @param timeout more than zero
     * @return the same call with this limit
     * @throws InvalidInputException if the timeout is zero or negative
     */
    ApiCall<T> timeout(Duration timeout);

    /**
     * Switches off repetition after failures. A token that the server refused is still renewed and the request replayed, and
     * what the server has certainly not processed is still sent on another connection.
     *
     * @return the same call, tried once
     */
    ApiCall<T> withoutRetries();

    /**
     * Adds a request header.
     *
     * @param name the header's name; the names that carry the session's token are refused
     * @param value visible ASCII
     * @return the same call with this header
     * @throws InvalidInputException if the name or the value cannot be sent
     */
    ApiCall<T> header(String name, String value);
}
