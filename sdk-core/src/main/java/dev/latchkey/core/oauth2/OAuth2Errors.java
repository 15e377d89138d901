package dev.latchkey.core.oauth2;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import dev.latchkey.core.vendor.ErrorBody;
import dev.latchkey.core.vendor.ErrorFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of an OAuth 2 token endpoint, section 5.2 of RFC 6749: {@code {"error", "error_description"}}, and the {@code
 * hint} and {@code message} that some servers add.
 */
public final class OAuth2Errors implements ErrorFormat {
    /** The only instance that is needed. */
    public static final OAuth2Errors INSTANCE = new OAuth2Errors();

    private OAuth2Errors() {}

    /**
     * Reads an error.
     *
     * @param body of an answer that is no success
     * @return the code and the text, or {@link ErrorBody#EMPTY} if the body has no {@code error}
     */
    @Override
    public ErrorBody parse(String body) {
        try {
            Fields fields = JsonCodec.decode(Fields.JSON, body);
            return new ErrorBody(fields.error(), fields.text(), Map.of());
        } catch (JsonDecodingException e) {
            return ErrorBody.EMPTY;
        }
    }

    private record Fields(
            String error,
            @Nullable String description,
            @Nullable String hint,
            @Nullable String message) {
        static final RecordAdapter<Fields> JSON = RecordAdapter.of("OAuth2Error", r -> {
            JsonAdapter<String> text = Json.lenient(Json.STRING);
            var error = r.required("error", Json.STRING, Fields::error);
            var description = r.optional("error_description", text, Fields::description);
            var hint = r.optional("hint", text, Fields::hint);
            var message = r.optional("message", text, Fields::message);
            return in -> new Fields(in.get(error), in.get(description), in.get(hint), in.get(message));
        });

        @Nullable
        String text() {
            String said = description == null ? message : description;
            if (hint == null || hint.isEmpty()) {
                return said;
            }
            return said == null ? hint : said + " (" + hint + ")";
        }
    }
}
