package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import dev.latchkey.core.vendor.ErrorBody;
import dev.latchkey.core.vendor.ErrorFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {"code", "message"}}; any other body says nothing. */
final class ConnectwareErrors implements ErrorFormat {

    @Override
    public ErrorBody parse(String body) {
        try {
            Fields fields = JsonCodec.decode(Fields.JSON, body);
            return new ErrorBody(fields.code(), fields.message(), Map.of());
        } catch (JsonDecodingException e) {
            return ErrorBody.EMPTY;
        }
    }

    private record Fields(@Nullable String code, @Nullable String message) {
        static final RecordAdapter<Fields> JSON = RecordAdapter.of("Error", r -> {
            var code = r.optional("code", Json.lenient(Lenient.TEXT), Fields::code);
            var message = r.optional("message", Json.lenient(Lenient.TEXT), Fields::message);
            return in -> new Fields(in.get(code), in.get(message));
        });
    }
}
