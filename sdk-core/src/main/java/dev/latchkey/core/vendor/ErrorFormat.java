package dev.latchkey.core.vendor;

import dev.latchkey.core.ApiException;
import org.jspecify.annotations.Nullable;

/** How a vendor's server describes an error. Stateless. */
public interface ErrorFormat {

    /**
     * Reads the body of an answer that is no success.
     *
     * @param body as received: the vendor's JSON, the HTML of some proxy, or nothing; the first 256 KiB of a longer one
     * @return what it says, {@link ErrorBody#EMPTY} if it is in no format that the vendor uses; never throws
     */
    ErrorBody parse(String body);

    /**
     * An exception of a kind that the status alone does not tell.
     *
     * @param answer the answer
     * @return the exception, or null for the one that belongs to the status
     */
    default @Nullable ApiException special(ErrorAnswer answer) {
        return null;
    }
}
