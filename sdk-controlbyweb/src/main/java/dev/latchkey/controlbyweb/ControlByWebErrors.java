package dev.latchkey.controlbyweb;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import dev.latchkey.core.oauth2.OAuth2Errors;
import dev.latchkey.core.vendor.ErrorBody;
import dev.latchkey.core.vendor.ErrorFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OAuth errors from the token endpoint, and the framework's {@code {"message", "data", "errors"}} from the others. */
final class ControlByWebErrors implements ErrorFormat {

    @Override
    public ErrorBody parse(String body) {
        ErrorBody oauth = OAuth2Errors.INSTANCE.parse(body);
        if (oauth.code() != null) {
            return oauth;
        }
        try {
            Fields fields = JsonCodec.decode(Fields.JSON, body);
            return new ErrorBody(fields.data(), fields.message(), fields.errors());
        } catch (JsonDecodingException e) {
            return ErrorBody.EMPTY;
        }
    }

    private record Fields(
            @Nullable String message, @Nullable String data, Map<String, List<String>> errors) {
        static final RecordAdapter<Fields> JSON = RecordAdapter.of("Error", r -> {
            var text = Json.lenient(Json.STRING);
            var message = r.optional("message", text, Fields::message);
            var data = r.optional("data", text, Fields::data);
            var perField = Json.lenient(Json.mapOf(Json.lenient(Json.listOrSingle(Json.STRING))));
            var errors = r.orElse("errors", perField, Map.of(), Fields::errors);
            return in -> new Fields(in.get(message), in.get(data), in.get(errors));
        });
    }
}
