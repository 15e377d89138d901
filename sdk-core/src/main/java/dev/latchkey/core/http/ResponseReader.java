package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the value of an operation of its answer.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface ResponseReader<T extends @Nullable Object> {

    /**
     * Reads an answer.
     *
     * @param answer is valid during this call only
     * @return the value
     * @throws IOException if the answer cannot be read
     * @throws ApiException if the answer says that the operation failed (see {@link Answer#failure})
     */
    T read(Answer answer) throws IOException;

    /**
     * Whether answers of this status come to {@link #read}, rather than being the failure that belongs to the status.
     *
     * @param status an HTTP status
     * @return true for 200 to 299, unless an operation has states that its server tells by other statuses
     */
    default boolean reads(int status) {
        return status / 100 == 2;
    }
}
