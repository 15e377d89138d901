package dev.latchkey.core.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.EOFException;

/**
 * A JSON document was not what was expected. The message names the place and what was expected there, for example
 * {@code $.all_permissions[0].id: expected a string, found a number}.
 *
 * <p>The message never holds anything that came from the document: no value, and of the names only those that an adapter
 * declares; any other member is shown as {@code *}. For the same reason there is never a cause.
 */
public final class JsonDecodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PATH = 200;

    private final String problem;
    private boolean broken;
    private boolean untouched;
    private String path = "";

    JsonDecodingException(String problem) {
        this.problem = problem;
    }

    /**
     * The place in the document.
     *
     * @return a path such as {@code $.users[3].id}; the middle of a very long one is left out
     */
    public String path() {
        if (path.length() <= LONGEST_PATH) {
            return "$" + path;
        }
        int half = LONGEST_PATH / 2;
        return "$" + path.substring(0, half) + "…" + path.substring(path.length() - half);
    }

    /** Returns the place and the problem, and nothing that came from the document. */
    @Override
    public String getMessage() {
        return path() + ": " + problem;
    }

    /** Returns whether the document itself is broken, so that nothing can be read beyond this point. */
    boolean isBroken() {
        return broken;
    }

    /** Returns whether the reader is still before the value that could not be read; otherwise it is behind it, or the document is broken. */
    boolean isUntouched() {
        return untouched;
    }

    JsonDecodingException behindValue() {
        untouched = false;
        return this;
    }

    JsonDecodingException inBrokenDocument() {
        broken = true;
        return this;
    }

    /** Adds the step that leads to where the exception was thrown, as it passes outwards. */
    JsonDecodingException within(String step) {
        path = step + path;
        return this;
    }

    static JsonDecodingException ofBroken(String problem) {
        return new JsonDecodingException(problem).inBrokenDocument();
    }

    static JsonDecodingException ofUntouched(String problem) {
        JsonDecodingException exception = new JsonDecodingException(problem);
        exception.untouched = true;
        return exception;
    }

    /** Replaces what was thrown over a value that has been read. It may come from another document, in a string of this one. */
    static JsonDecodingException refusing(RuntimeException thrown) {
        JsonDecodingException refused = replacing(thrown).behindValue();
        refused.broken = false;
        return refused;
    }

    /** Replaces what a reader, a constructor or an adapter threw: their texts may quote the document. */
    static JsonDecodingException replacing(Exception thrown) {
        if (thrown instanceof JsonDecodingException ours) {
            return ours;
        }
        if (thrown instanceof EOFException) {
            return ofBroken("the document ends too early");
        }
        if (thrown instanceof JsonEncodingException) {
            return ofBroken("malformed JSON");
        }
        if (thrown instanceof JsonDataException) {
            return new JsonDecodingException("a value of another type was expected");
        }
        JsonDecodingException refused = new JsonDecodingException(
                "the value was refused (" + thrown.getClass().getSimpleName() + ")");
        refused.setStackTrace(thrown.getStackTrace());
        return refused;
    }
}
