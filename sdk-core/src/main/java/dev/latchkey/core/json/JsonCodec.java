package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import okio.Buffer;
import okio.ByteString;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes whole JSON documents with an adapter.
 *
 * <p>A document is UTF-8, with or without a byte order mark, holds exactly one value, and is nested at most 255 deep, and
 * one of more than 256 KiB has at most 500,000 elements of lists and maps: memory grows with its length, which the caller
 * limits, and a list of empty objects takes three bytes an element on the wire. Safe for use by many threads.
 */
public final class JsonCodec {
    private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

    private JsonCodec() {}

    /**
     * Reads a document to its end. The source is not closed.
     *
     * @param adapter reads the value
     * @param source where the document comes from
     * @param <T> the type of the value
     * @return the value
     * @throws JsonDecodingException if the document is empty, malformed, truncated, nested too deep, has too many elements, is
     *     followed by anything but white space, or is not what the adapter expects
     * @throws IOException what the source threw, and nothing else
     */
    public static <T> T decode(JsonAdapter<T> adapter, Source source) throws IOException {
        return read(source, adapter, JsonCodec::whole);
    }

    private static <T> @Nullable T whole(JsonAdapter<T> adapter, JsonReader reader) throws IOException {
        T value = adapter.fromJson(reader);
        requireEnd(reader);
        return value;
    }

    /**
     * Reads a document that is in memory.
     *
     * @param adapter reads the value
     * @param document the document
     * @param <T> the type of the value
     * @return the value
     * @throws JsonDecodingException as {@link #decode(JsonAdapter, Source)} does
     */
    public static <T> T decode(JsonAdapter<T> adapter, String document) {
        try {
            return decode(adapter, new Buffer().writeUtf8(document));
        } catch (IOException e) {
            throw new AssertionError("a buffer does no I/O", e);
        }
    }

    /**
     * Reads the members of a record up to the place where the document breaks: where it is malformed, truncated or nested too
     * deep, or where the source fails. The members beyond count as missing, what follows the record is not looked at, and a
     * number right before the break is dropped, since it may be cut. For an answer that cannot be had again, such as a pair of tokens.
     *
     * <p>A member of the wrong type is still an error; declare it with {@link Json#lenient} where it must not be.
     *
     * @param adapter reads the record
     * @param source where the document comes from
     * @param <R> the record
     * @return the record
     * @throws JsonDecodingException if the document breaks before all required members were read, or is not what the adapter
     *     expects
     * @throws IOException what the source threw before all required members were read
     */
    public static <R> R salvage(RecordAdapter<R> adapter, Source source) throws IOException {
        return read(source, adapter, RecordAdapter::salvage);
    }

    /**
     * Writes a value as compact UTF-8.
     *
     * @param adapter writes the value
     * @param value the value
     * @param <T> the type of the value
     * @return the document
     * @throws IllegalArgumentException if the value holds what JSON cannot say: an infinite number, NaN, or more than 255
     *     levels
     */
    public static <T> ByteString encode(JsonAdapter<T> adapter, T value) {
        Buffer document = new Buffer();
        return written(adapter, value, JsonWriter.of(document), document);
    }

    /**
     * As {@link #encode}, for a document that is sent: no text in it may hold half a character, which would arrive as another.
     *
     * @param adapter of the value
     * @param value not null
     * @param <T> its type
     * @return UTF-8
     * @throws dev.latchkey.core.InvalidInputException if a text holds half a character
     * @throws IllegalArgumentException as {@link #encode}
     */
    public static <T> ByteString encodeToSend(JsonAdapter<T> adapter, T value) {
        Buffer document = new Buffer();
        return written(adapter, value, WholeText.requiredIn(JsonWriter.of(document)), document);
    }

    private static <T> ByteString written(JsonAdapter<T> adapter, T value, JsonWriter writer, Buffer document) {
        try {
            adapter.toJson(writer, value);
        } catch (JsonDataException e) {
            throw new IllegalArgumentException("nested too deep for JSON");
        } catch (IOException e) {
            throw new AssertionError("a buffer does no I/O", e);
        }
        return document.readByteString();
    }

    private static <A, T> T read(Source source, A adapter, Read<A, T> read) throws IOException {
        try {
            T value = read.from(adapter, open(source));
            if (value == null) {
                throw new JsonDecodingException("expected a value, found none");
            }
            return value;
        } catch (GuardedSource.Failure e) {
            throw e.thrown();
        } catch (RuntimeException | IOException e) {
            throw JsonDecodingException.replacing(e);
        }
    }

    private static JsonReader open(Source source) throws IOException {
        GuardedSource guarded = new GuardedSource(source);
        if (guarded.buffered().rangeEquals(0, BYTE_ORDER_MARK)) {
            guarded.buffered().skip(BYTE_ORDER_MARK.size());
        }
        JsonReader reader = guarded.reader();
        if (isEmpty(reader)) {
            throw JsonDecodingException.ofBroken("the document is empty");
        }
        return reader;
    }

    private static boolean isEmpty(JsonReader reader) throws IOException {
        try {
            return reader.peek() == Token.END_DOCUMENT;
        } catch (EOFException e) {
            return true;
        }
    }

    private static void requireEnd(JsonReader reader) throws IOException {
        try {
            if (reader.peek() == Token.END_DOCUMENT) {
                return;
            }
        } catch (JsonEncodingException e) {
            // the reader's way to say that there is more
        }
        throw new JsonDecodingException("expected the end of the document, found more");
    }

    @FunctionalInterface
    private interface Read<A, T> {
        @Nullable
        T from(A adapter, JsonReader reader) throws IOException;
    }
}
