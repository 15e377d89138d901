package dev.latchkey.core.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** The characters of a body. A byte order mark counts more than the header, and the header more than the habit of UTF-8. */
final class AnswerText {
    private static final ByteString UTF_8_MARK = ByteString.decodeHex("efbbbf");
    private static final ByteString UTF_16BE_MARK = ByteString.decodeHex("feff");
    private static final ByteString UTF_16LE_MARK = ByteString.decodeHex("fffe");
    private static final ByteString[] MARKS = {UTF_8_MARK, UTF_16BE_MARK, UTF_16LE_MARK};
    private static final int LONGEST_CHARACTER = 4;

    private final Buffer body;
    private final Response response;

    AnswerText(Buffer body, Response response) {
        this.body = body;
        this.response = response;
    }

    /** UTF-8 for the decoder. The body itself stays. */
    Source json() {
        Charset charset = charset();
        if (charset.equals(StandardCharsets.UTF_8)) {
            return new BufferView(body);
        }
        return new Buffer().writeUtf8(text());
    }

    String text() {
        return decoded(body.size());
    }

    /** At most so many characters. */
    @Nullable
    String start(int maxChars) {
        if (body.exhausted()) {
            return null;
        }
        String text = decoded(Math.min(body.size(), (long) maxChars * LONGEST_CHARACTER));
        return text.length() <= maxChars ? text : text.substring(0, maxChars);
    }

    boolean looksLikeJson() {
        String start = start(100);
        String trimmed = start == null ? "" : start.trim();
        return !trimmed.isEmpty() && "{[\"-0123456789tfn".indexOf(trimmed.charAt(0)) >= 0;
    }

    /** Type and length. */
    String describe() {
        MediaType type = type();
        String name = type == null ? "of an unknown type" : type.type() + "/" + type.subtype();
        return body.exhausted() ? "empty" : name + " of " + body.size() + " bytes";
    }

    private String decoded(long bytes) {
        ByteString mark = mark();
        long skipped = mark == null ? 0 : mark.size();
        Buffer copy = new Buffer();
        body.copyTo(copy, skipped, Math.max(0, bytes - skipped));
        return copy.readString(charset());
    }

    private Charset charset() {
        ByteString mark = mark();
        if (mark != null) {
            if (mark.equals(UTF_8_MARK)) {
                return StandardCharsets.UTF_8;
            }
            return mark.equals(UTF_16BE_MARK) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        String header = response.header("Content-Type");
        if (header == null || header.toLowerCase(Locale.ROOT).indexOf("charset") < 0) {
            return StandardCharsets.UTF_8;
        }
        MediaType type = type();
        Charset declared = type == null ? null : type.charset();
        return declared == null ? StandardCharsets.UTF_8 : declared;
    }

    private @Nullable ByteString mark() {
        for (ByteString mark : MARKS) {
            if (body.rangeEquals(0, mark)) {
                return mark;
            }
        }
        return null;
    }

    private @Nullable MediaType type() {
        String type = response.header("Content-Type");
        return type == null ? null : MediaType.parse(type);
    }
}
