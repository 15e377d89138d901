package dev.latchkey.core.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.EOFException;
import java.io.IOException;

/** Steps through a document whose errors are ours. */
final class Tokens {
    private Tokens() {}

    static void beginObject(JsonReader reader) throws IOException {
        Token found = reader.peek();
        if (found != Token.BEGIN_OBJECT) {
            throw mismatch("an object", found);
        }
        try {
            reader.beginObject();
        } catch (JsonDataException e) {
            throw tooDeep();
        }
    }

    static void beginArray(JsonReader reader) throws IOException {
        Token found = reader.peek();
        if (found != Token.BEGIN_ARRAY) {
            throw mismatch("an array", found);
        }
        try {
            reader.beginArray();
        } catch (JsonDataException e) {
            throw tooDeep();
        }
    }

    static void skipValue(JsonReader reader) throws IOException {
        try {
            reader.skipValue();
        } catch (JsonDataException e) {
            throw tooDeep();
        }
    }

    /**
     * Leaves the object or array in which something could not be read, so that a lenient value's reader is behind it.
     *
     * @return what to throw
     */
    static JsonDecodingException left(JsonReader reader, JsonDecodingException failure) throws IOException {
        if (failure.isBroken()) {
            return failure;
        }
        try {
            while (reader.hasNext()) {
                if (reader.peek() == Token.NAME) {
                    reader.skipName();
                }
                skipValue(reader);
            }
            if (reader.peek() == Token.END_OBJECT) {
                reader.endObject();
            } else {
                reader.endArray();
            }
            return failure.behindValue();
        } catch (RuntimeException | JsonEncodingException | EOFException e) {
            return failure.inBrokenDocument();
        }
    }

    /** A value that was not touched yet. */
    static JsonDecodingException mismatch(String expected, Token found) {
        return JsonDecodingException.ofUntouched("expected " + expected + ", found " + describe(found));
    }

    /** The reader's only complaint about a bracket whose kind was looked at before: it stops at 255 levels. */
    private static JsonDecodingException tooDeep() {
        return JsonDecodingException.ofBroken("nested too deep");
    }

    private static String describe(Token token) {
        return switch (token) {
            case BEGIN_ARRAY -> "an array";
            case BEGIN_OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case NAME -> "a name";
            case END_ARRAY, END_OBJECT -> "a closing bracket";
            case END_DOCUMENT -> "the end of the document";
        };
    }
}
